import { groups } from '../../db/demo/groups.ts'
import { logos } from '../../db/demo/logos.ts'
import { links, partners } from '../../db/demo/partners.ts'
import { organisers } from '../../db/demo/people.ts'
import { phases } from '../../db/demo/phases.ts'
import { project as told } from '../../db/demo/project.ts'
import type { Database } from '../../db/open.ts'
import type { Organiser, Project } from '../../db/schema.ts'
import type { FileStore } from '../files/store.ts'
import { loadSharp } from '../libraries.ts'
import { newOrganiser } from '../organisers/newcomers.ts'
import { invite } from '../organisers/people.ts'
import { createProject } from '../projects/create.ts'
import { editProject } from '../projects/edit.ts'
import { setGroups } from '../projects/groups.ts'
import type { ProjectInput } from '../projects/input.ts'
import { setLinks } from '../projects/links.ts'
import { addLogo } from '../projects/logos.ts'
import { setPartners } from '../projects/partners.ts'
import { setPhases } from '../projects/phases.ts'
import { publishProject } from '../projects/publish.ts'

const input: ProjectInput = { ...told, number: '', colour: 'tangerine', locales: ['lv', 'en'], endsOn: null }

/** The first organiser, who will own the project. */
export async function meetOwner(db: Database, now: Temporal.Instant): Promise<Organiser> {
  return await db.transact((tx) => newOrganiser(tx, organisers.owner, now), { touches: 'nothing', lock: 'organisers' })
}

export async function foundProject(
  db: Database,
  files: FileStore,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Project> {
  const project = await createProject(db, input, by, now)
  await setPhases(db, project, phases, by, now)
  await setPartners(db, project, partners, by, now)
  await setLinks(db, project, links, by, now)
  await setGroups(
    db,
    project,
    groups.map((name) => ({ name })),
    by,
    now,
  )
  for (const { alt, svg } of logos) await addLogo(db, files, project, await drawn(svg), alt, by, now)
  await invite(db, project, organisers.organiser, by, now)
  await publishProject(db, project, by, now)
  return project
}

/** Said last: a story that was cut off halfway must not be taken for the demo. */
export async function markAsExample(db: Database, project: Project, by: Organiser, now: Temporal.Instant) {
  await editProject(db, project, { ...input, example: true }, by, now)
}

async function drawn(svg: string): Promise<Buffer> {
  return await loadSharp()(Buffer.from(svg), { density: 144 }).png().toBuffer()
}
