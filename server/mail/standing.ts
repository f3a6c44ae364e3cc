import { and, eq, given, isNull, not, sql } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { type Letter, letters, suppressed } from '../../db/schema.ts'
import { isKept } from './due.ts'
import { isBelieved, type Suppression, suppressionOf } from './suppressed.ts'

/** What may have happened to a letter since it was claimed, asked at once of each before it goes. */
export type Standing = {
  /** The first letter about the same registration that went out, which later ones refer to. */
  first: Pick<Letter, 'id'> | null
  /** Why no letter goes to its address any more. */
  suppressed: Suppression | null
}

/** Null once it was kept back or ended by an organiser, or deleted with whoever it is to. */
export async function standingOf(db: Reads, letter: Letter, now: Temporal.Instant): Promise<Standing | null> {
  const [row] = await prepared(db, stillToGo).execute({ id: letter.id, ...suppressionOf(letter.recipient, now) })
  return row ? { first: row.first === null ? null : { id: row.first }, suppressed: row.suppressed } : null
}

const stillToGo = (db: Reads) =>
  db
    .select({ first: firstOfThread, suppressed: { reason: suppressed.reason, answer: suppressed.answer } })
    .from(letters)
    .leftJoin(suppressed, isBelieved)
    .where(and(eq(letters.id, given('id')), not(isKept), isNull(letters.endedAt)))

const firstOfThread = sql<string | null>`(select earlier.id from letters earlier
  where earlier.registration_id = ${letters.registrationId} and earlier.sent_at is not null
  order by earlier.queued_at limit 1)`
