import { lte } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { sessions, signInLinks } from '../../db/schema.ts'

/** Sessions that have run out, and links: those an hour later, since until then they count towards the limit per address. */
export async function forgetSessions(db: Database, now: Temporal.Instant): Promise<void> {
  await db.transact(
    async (tx) => {
      await tx.delete(sessions).where(lte(sessions.expiresAt, now))
      await tx.delete(signInLinks).where(lte(signInLinks.expiresAt, now.subtract({ hours: 1 })))
    },
    { touches: 'nothing' },
  )
}
