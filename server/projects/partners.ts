import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Organiser, Partner, Project } from '../../db/schema.ts'
import { partners } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from './writable.ts'

export type PartnerRow = Pick<Partner, 'name' | 'url' | 'lead'>

/** The project's partners from now on, in this order; the first one marked as lead is the only lead. */
export async function setPartners(
  db: Database,
  project: Project,
  rows: PartnerRow[],
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const leading = rows.findIndex(({ lead }) => lead)
  const set = async (tx: Tx) => {
    const { id: projectId } = await writableProject(tx, project)
    const ranked = rows.map((row, position) => ({ ...row, lead: position === leading, position, projectId }))
    await tx.delete(partners).where(eq(partners.projectId, projectId))
    if (ranked.length > 0) await tx.insert(partners).values(ranked)
    await record(tx, 'project.edited', by, { project }, now, { part: 'partners' })
  }
  await db.transact(set, { touches: project.id })
}
