import { and, inArray, isNull, lt, lte, or, sql } from '../../db/drizzle.ts'
import type { Database, Reads } from '../../db/open.ts'
import type { Letter } from '../../db/schema.ts'
import { letters } from '../../db/schema.ts'

/** How long a claimed letter is left alone: if its postman dies, somebody else takes it then. */
const lease = { minutes: 10 }
/** What one letter may take at most: see `postLetter`. */
const slowest = { minutes: 2 }
const batch = 50

/** Takes the next letters that are due, so that nobody else posts them. */
export async function claimLetters(db: Database, now: Temporal.Instant): Promise<Letter[]> {
  await dropClaimsOfTheDead(db)
  if ((await dueLetters(db, now)).length === 0) return []
  return await db.transact(
    async (tx) => {
      const ids = (await dueLetters(tx, now)).map(({ id }) => id)
      if (ids.length === 0) return []
      const claimed = await tx
        .update(letters)
        .set({ claimedUntil: now.add(lease), attempts: sql`${letters.attempts} + 1` })
        .where(inArray(letters.id, ids))
        .returning()
      return ids.flatMap((id) => claimed.filter((letter) => letter.id === id))
    },
    { touches: 'nothing', lock: 'outbox' },
  )
}

/** Whether there is time left to post it before somebody else may. */
export function isStillMine({ claimedUntil }: Letter, now: Temporal.Instant): boolean {
  return claimedUntil !== null && Temporal.Instant.compare(now.add(slowest), claimedUntil) < 0
}

/** Gives back what was claimed and not tried. */
export async function release(db: Database, untried: readonly Letter[]): Promise<void> {
  if (untried.length === 0) return
  const ids = untried.map(({ id }) => id)
  await db.transact(
    async (tx) => {
      await tx
        .update(letters)
        .set({ claimedUntil: null, attempts: sql`${letters.attempts} - 1` })
        .where(inArray(letters.id, ids))
    },
    { touches: 'nothing', lock: 'outbox' },
  )
}

const owned = new WeakSet<Database>()

/** A SQLite file has one process: claims found in it at the start were made by one that has died. */
async function dropClaimsOfTheDead(db: Database): Promise<void> {
  if (db.engine !== 'sqlite' || owned.has(db)) return
  owned.add(db)
  await db.transact(
    async (tx) => {
      await tx
        .update(letters)
        .set({ claimedUntil: null })
        .where(and(isNull(letters.sentAt), isNull(letters.endedAt)))
    },
    { touches: 'nothing', lock: 'outbox' },
  )
}

/** Letters to organisers first, who may be waiting to sign in; then whoever waits longest. */
async function dueLetters(db: Reads, now: Temporal.Instant) {
  const { id, sentAt, endedAt, heldAt, dueAt, claimedUntil, organiserId, queuedAt } = letters
  // Letters about a meeting to one address go one after another, in the order in which they were queued; one that the
  // quota or an organiser holds back, perhaps for days, holds up no other.
  const isNext = sql`not exists (select 1 from letters earlier where earlier.recipient_key = ${letters.recipientKey}
    and earlier.meeting_id = ${letters.meetingId} and lower(earlier.recipient) = lower(${letters.recipient})
    and earlier.sent_at is null and earlier.ended_at is null and earlier.held_at is null
    and earlier.queued_at < ${queuedAt}
    and (earlier.attempts > 0 or earlier.due_at <= ${sql.param(now, dueAt)}))`
  return await db
    .select({ id })
    .from(letters)
    .where(
      and(
        ...[isNull(sentAt), isNull(endedAt), isNull(heldAt), lte(dueAt, now)],
        ...[or(isNull(claimedUntil), lt(claimedUntil, now)), isNext],
      ),
    )
    .orderBy(sql`${organiserId} is null`, dueAt, queuedAt)
    .limit(batch)
}
