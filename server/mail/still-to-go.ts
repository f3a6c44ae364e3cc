import { and, eq, given, isNull, not } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { type Letter, letters, suppressed } from '../../db/schema.ts'
import { isKept } from './due.ts'
import { firstSent } from './queries.ts'
import { believedAt, isBelieved, type Suppression } from './suppressed.ts'

/** What a claimed letter needs to know before it goes, in one read. */
export type StillToGo = {
  /** The first letter about the same registration that went out, which later ones refer to. */
  first: Pick<Letter, 'id'> | null
  /** Why no letter goes to its address any more. */
  suppressed: Suppression | null
}

/** Null once it was kept back or ended by an organiser, or deleted with whoever it is to. */
export async function stillToGo(db: Reads, letter: Letter, now: Temporal.Instant): Promise<StillToGo | null> {
  const [row] = await prepared(db, claimedLetter).execute({ id: letter.id, ...believedAt(letter.recipient, now) })
  return row ? { first: row.first === null ? null : { id: row.first }, suppressed: row.suppressed } : null
}

const claimedLetter = (db: Reads) =>
  db
    .select({
      first: firstSent,
      // The reason is never null: without it, a suppression that holds no answer would pass for none.
      suppressed: { reason: suppressed.reason, answer: suppressed.answer },
    })
    .from(letters)
    .leftJoin(suppressed, isBelieved)
    .where(and(eq(letters.id, given('id')), not(isKept), isNull(letters.endedAt)))
