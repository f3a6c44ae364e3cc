import { isDeepStrictEqual } from 'node:util'
import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Organiser, Project } from '../../db/schema.ts'
import { projects } from '../../db/schema.ts'
import { record } from '../history.ts'
import { Refusal } from '../refusal.ts'
import type { ProjectInput } from './input.ts'
import { slugTaken } from './queries.ts'
import { refuseUnready } from './ready.ts'
import { writableProject } from './writable.ts'

/** Changes what is given. A published project keeps its address, and everything that publishing it took. */
export async function editProject(
  db: Database,
  project: Project,
  input: ProjectInput,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Project> {
  const edit = async (tx: Tx) => {
    const before = await writableProject(tx, project)
    const after = { ...before, ...input }
    if (isDeepStrictEqual(after, before)) return before
    if (await slugTaken(tx, after.slug, before)) throw new Refusal('problem.taken')
    if (before.publishedAt) refuseBreaking(before, after)
    await tx.update(projects).set(input).where(eq(projects.id, project.id))
    await record(tx, 'project.edited', by, { project }, now, { part: 'basics' })
    return after
  }
  return await db.transact(edit, { touches: project.id, lock: `slug ${input.slug}` })
}

function refuseBreaking(before: Project, after: Project): void {
  if (after.slug !== before.slug) throw new Refusal('project.slug-fixed')
  refuseUnready(after)
}
