import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import type { Organiser, Project } from '../../db/schema.ts'
import { indicators } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import type { IndicatorRow } from './forms.ts'

/** What the project promised from now on, in this order. */
export async function setIndicators(
  db: Database,
  project: Project,
  rows: readonly IndicatorRow[],
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const { id: projectId } = await writableProject(tx, project)
      await tx.delete(indicators).where(eq(indicators.projectId, projectId))
      const placed = rows.map((row, position) => ({ ...row, position, projectId }))
      if (placed.length > 0) await tx.insert(indicators).values(placed)
      await record(tx, 'project.edited', by, { project }, now, { part: 'indicators' })
    },
    { touches: project.id },
  )
}
