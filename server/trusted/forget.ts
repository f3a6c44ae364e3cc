import { lt } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { abuseReports } from '../../db/schema.ts'

const kept = { hours: 365 * 24 }

export async function forgetReports(db: Database, now: Temporal.Instant): Promise<void> {
  await db.transact((tx) => tx.delete(abuseReports).where(lt(abuseReports.at, now.subtract(kept))), {
    touches: 'nothing',
  })
}
