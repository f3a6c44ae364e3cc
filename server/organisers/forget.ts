import { lte } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { factorsAsked, halfSessions, sessions, signInLinks, wrongCodes } from '../../db/schema.ts'

/** What has run out. Links and wrong codes go an hour later, since until then they count towards their limits. */
export async function forgetSessions(db: Database, now: Temporal.Instant): Promise<void> {
  await db.transact(
    async (tx) => {
      await tx.delete(sessions).where(lte(sessions.expiresAt, now))
      await tx.delete(halfSessions).where(lte(halfSessions.expiresAt, now))
      await tx.delete(factorsAsked).where(lte(factorsAsked.expiresAt, now))
      await tx.delete(signInLinks).where(lte(signInLinks.expiresAt, now.subtract({ hours: 1 })))
      await tx.delete(wrongCodes).where(lte(wrongCodes.at, now.subtract({ hours: 1 })))
    },
    { touches: 'nothing' },
  )
}
