import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Organiser, Project } from '../../db/schema.ts'
import { projects } from '../../db/schema.ts'
import { record } from '../history.ts'
import { refuseUnready } from './ready.ts'
import { writableProject } from './writable.ts'

/** Shows the project to the public, for good. Refuses while something is missing, and says what. */
export async function publishProject(
  db: Database,
  project: Project,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const publish = async (tx: Tx) => {
    const fresh = await writableProject(tx, project)
    if (fresh.publishedAt) return
    refuseUnready(fresh)
    await tx.update(projects).set({ publishedAt: now }).where(eq(projects.id, project.id))
    await record(tx, 'project.published', by, { project }, now)
  }
  await db.transact(publish, { touches: project.id })
}
