import type { SQL } from 'drizzle-orm'
import { and, eq, isNull, lt, lte, not, or, sql } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { letters } from '../../db/schema.ts'

/** Which of those that are due: only of this urgency, and to none of these domains. */
export type Wanted = { urgency?: number | undefined; without?: readonly string[] }

/**
 * With an urgency, whether `dueLetters` has a first one, read from `letters_next`. Without, any at all, read from
 * `letters_due`: no order is asked for.
 */
export async function isAnyDue(db: Reads, now: Temporal.Instant, wanted: Wanted): Promise<boolean> {
  if (wanted.urgency !== undefined) return (await dueLetters(db, now, wanted, 1)).length > 0
  const isTime = lte(letters.dueAt, now)
  const found = await db
    .select({ id: letters.id })
    .from(letters)
    .where(and(isTime, mayGo(now, wanted)))
    .limit(1)
  return found.length > 0
}

/**
 * Those that somebody waits for first; among those that are as urgent, whoever waits longest. They are read in this order
 * from `letters_next`, no further than needed; what is not due, claimed or kept is passed over on the way. PostgreSQL takes
 * that order from it only where `sentAt` and `endedAt`, null in all of it, are named too; without `coalesce` SQLite takes
 * `letters_due` and sorts.
 */
export async function dueLetters(db: Reads, now: Temporal.Instant, wanted: Wanted, atMost: number) {
  const { id, sentAt, endedAt, urgency, queuedAt } = letters
  const isTime = sql`coalesce(${letters.dueAt}, 0) <= ${sql.param(now, letters.dueAt)}`
  return await db
    .select({ id })
    .from(letters)
    .where(and(isTime, mayGo(now, wanted)))
    .orderBy(sentAt, endedAt, urgency, queuedAt)
    .limit(atMost)
}

/** Kept back by an organiser: by itself, or with the mailing that it belongs to. */
export const isKept = sql`(${letters.heldAt} is not null or exists (select 1 from mailings
  where mailings.id = ${letters.mailingId} and (mailings.paused_at is not null or mailings.stopped_at is not null)))`

function mayGo(now: Temporal.Instant, { urgency, without = [] }: Wanted): SQL | undefined {
  const { sentAt, endedAt, claimedUntil, recipientKey } = letters
  return and(
    and(isNull(sentAt), isNull(endedAt), or(isNull(claimedUntil), lt(claimedUntil, now))),
    urgency === undefined ? undefined : eq(letters.urgency, urgency),
    ...without.map((domain) => not(sql`${recipientKey} like ${`%@${domain}`}`)),
    not(isKept),
    isNext(now),
  )
}

/**
 * Letters about a meeting to one address go one after another, in the order in which they were queued. One that the quota
 * holds back, perhaps for days, or that organisers keep, holds up no other; one that was tried has an answer.
 *
 * Asked of each letter by its recipient's index: `offset` keeps PostgreSQL from joining the table with itself instead,
 * and `coalesce` from the index of all that are due; either takes minutes once 20,000 are.
 */
export function isNext(now: Temporal.Instant): SQL {
  const { recipientKey, meetingId, recipient, queuedAt, dueAt } = letters
  return sql`not exists (select 1 from letters earlier where earlier.recipient_key = ${recipientKey}
    and earlier.meeting_id = ${meetingId} and lower(earlier.recipient) = lower(${recipient})
    and coalesce(earlier.sent_at, earlier.ended_at) is null and earlier.queued_at < ${queuedAt}
    and (earlier.attempts > 0 or earlier.answer is not null or earlier.due_at <= ${sql.param(now, dueAt)})
    and earlier.held_at is null and not exists (select 1 from mailings where mailings.id = earlier.mailing_id
      and (mailings.paused_at is not null or mailings.stopped_at is not null)) limit 1 offset 0)`
}
