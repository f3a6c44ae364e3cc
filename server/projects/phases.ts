import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Organiser, Phase, Project } from '../../db/schema.ts'
import { phases } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from './writable.ts'

export type PhaseRow = Pick<Phase, 'title' | 'text' | 'startsOn' | 'endsOn'>

/** The project's phases from now on, in this order. */
export async function setPhases(
  db: Database,
  project: Project,
  rows: PhaseRow[],
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const set = async (tx: Tx) => {
    const { id: projectId } = await writableProject(tx, project)
    await tx.delete(phases).where(eq(phases.projectId, projectId))
    if (rows.length > 0) await tx.insert(phases).values(rows.map((row, position) => ({ ...row, position, projectId })))
    await record(tx, 'project.edited', by, { project }, now, { part: 'phases' })
  }
  await db.transact(set, { touches: project.id })
}
