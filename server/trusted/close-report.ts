import { and, eq, isNull } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type AbuseReport, abuseReports, type Organiser, type Project } from '../../db/schema.ts'
import { record } from '../history.ts'

/** Somebody has dealt with it. */
export async function closeReport(
  db: Database,
  project: Pick<Project, 'id'>,
  { id }: Pick<AbuseReport, 'id'>,
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const close = async (tx: Tx) => {
    const open = and(eq(abuseReports.id, id), isNull(abuseReports.closedAt))
    const closed = await tx.update(abuseReports).set({ closedAt: now, closedBy: by.id }).where(open).returning()
    if (closed.length > 0) await record(tx, 'abuse.closed', by, { project }, now)
  }
  await db.transact(close, { touches: 'nothing', lock: id })
}
