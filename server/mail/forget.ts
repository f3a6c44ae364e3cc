import { and, isNotNull, isNull, lt, ne, or } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { letters } from '../../db/schema.ts'
import { forgetSuppressed } from './suppressed.ts'

const contents = { hours: 7 * 24 }
const rows = { hours: 30 * 24 }

/**
 * A week after a letter went, its secret link, its facts and its own words go; after thirty days, that it was ever
 * written, and what became of it. So does one that never went to somebody who wished to sign in. All others that wait
 * go with whoever they are to.
 */
export async function forgetOldLetters(db: Database, now: Temporal.Instant): Promise<void> {
  const before = (moment: Temporal.Instant) => or(lt(letters.sentAt, moment), lt(letters.endedAt, moment))
  await db.transact(
    async (tx) => {
      await tx.delete(letters).where(before(now.subtract(rows)))
      const { organiserId, sentAt, queuedAt } = letters
      await tx.delete(letters).where(and(isNotNull(organiserId), isNull(sentAt), lt(queuedAt, now.subtract(rows))))
      await tx
        .update(letters)
        .set({ token: null, facts: {}, words: null })
        .where(
          and(
            or(isNotNull(letters.token), ne(letters.facts, {}), isNotNull(letters.words)),
            before(now.subtract(contents)),
          ),
        )
      await forgetSuppressed(tx, now)
    },
    { touches: 'nothing' },
  )
}
