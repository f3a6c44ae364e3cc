import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Organiser, type Project, projects } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import type { Trusted } from './form.ts'

/** Whom the young turn to when something is wrong: stands at the foot of every page of the project. */
export async function setTrusted(
  db: Database,
  project: Project,
  trusted: Trusted,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const set = async (tx: Tx) => {
    await writableProject(tx, project)
    await tx.update(projects).set(trusted).where(eq(projects.id, project.id))
    await record(tx, 'project.edited', by, { project }, now, { part: 'trusted' })
  }
  await db.transact(set, { touches: project.id })
}
