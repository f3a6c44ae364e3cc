import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Organiser, type Project, projects } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'

/** Lets everybody put ideas on the wall, or no longer. What stands on a closed wall stays to be read. */
export async function setWall(
  db: Database,
  project: Project,
  wanted: 'open' | 'closed',
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const set = async (tx: Tx) => {
    const fresh = await writableProject(tx, project)
    if ((fresh.wallOpenedAt !== null) === (wanted === 'open')) return
    const wallOpenedAt = wanted === 'open' ? now : null
    await tx.update(projects).set({ wallOpenedAt }).where(eq(projects.id, project.id))
    await record(tx, wanted === 'open' ? 'ideas.opened' : 'ideas.closed', by, { project }, now)
  }
  await db.transact(set, { touches: project.id })
}
