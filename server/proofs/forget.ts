import { lte } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { spentProofs } from '../../db/schema.ts'

/** Solutions of challenges that have run out, and so count for nothing anyway. */
export async function forgetProofs(db: Database, now: Temporal.Instant): Promise<void> {
  await db.transact(async (tx) => await tx.delete(spentProofs).where(lte(spentProofs.expiresAt, now)), {
    touches: 'nothing',
  })
}
