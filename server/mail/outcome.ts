import { and, count, eq, gte, sql } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Letter, Meeting } from '../../db/schema.ts'
import { deliveries, letters, meetings } from '../../db/schema.ts'
import type { Fault } from './faults.ts'
import { suppress } from './suppressed.ts'

/** Minutes until the next attempt; the last one again and again. */
const pauses = [1, 5, 15, 30, 60]
const longest = { hours: 72 }

/** What became of an attempt; `answer` is what the mail server said. */
export type Outcome = { is: 'sent'; answer: string } | { is: 'overtaken' } | Fault

/**
 * A delayed letter is tried again later: up to three days, and not beyond the start of its meeting. `again`: when the
 * way to the mail server is tried next, if that was at fault.
 */
export async function recordOutcome(
  db: Database,
  letter: Letter,
  outcome: Outcome,
  now: Temporal.Instant,
  again: Temporal.Instant | null = null,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const changes = await changesBy(tx, letter, outcome, now, again)
      await tx
        .update(letters)
        .set({ ...changes, claimedUntil: null })
        .where(eq(letters.id, letter.id))
      const answer = outcome.is === 'overtaken' ? null : outcome.answer
      await tx.insert(deliveries).values({ letterId: letter.id, at: now, outcome: outcome.is, answer })
      if (outcome.is === 'refused' && outcome.isNobody)
        await suppress(tx, letter.recipient, { reason: 'refused', answer: outcome.answer }, now)
    },
    { touches: 'nothing' },
  )
}

async function changesBy(tx: Tx, letter: Letter, outcome: Outcome, now: Temporal.Instant, again: Again) {
  if (outcome.is === 'sent') return { sentAt: now, answer: outcome.answer }
  if (outcome.is === 'overtaken') return { endedAt: now, ending: 'overtaken' as const, once: unsaid(letter) }
  const { is, answer, isUnsure } = outcome
  // Only attempts that may have succeeded are counted: whether the person may have read it hangs on them.
  const attempts = isUnsure ? letter.attempts : sql`${letters.attempts} - 1`
  const next = again ?? (await nextAttempt(tx, letter, now))
  const isLast = is === 'refused' || Temporal.Instant.compare(next, await lastMoment(tx, letter)) > 0
  return { answer, attempts, ...(isLast ? { endedAt: now, ending: 'failed' as const } : { dueAt: next }) }
}

type Again = Temporal.Instant | null

/** What has surely not been said may be said on another occasion; this attempt is counted. */
function unsaid({ attempts, once }: Letter): string | null {
  return attempts > 1 ? once : null
}

/** A fifth earlier or later, so that letters which failed together do not all come back together. */
async function nextAttempt(tx: Tx, letter: Letter, now: Temporal.Instant): Promise<Temporal.Instant> {
  const { letterId, outcome, at } = deliveries
  const [found] = await tx
    .select({ delayed: count() })
    .from(deliveries)
    .where(and(eq(letterId, letter.id), eq(outcome, 'delayed'), gte(at, letter.queuedAt)))
  const minutes = pauses[Math.min(found?.delayed ?? 0, pauses.length - 1)] ?? 1
  return now.add({ seconds: Math.round(minutes * 60 * (0.8 + Math.random() * 0.4)) })
}

async function lastMoment(tx: Tx, { queuedAt, meetingId }: Letter): Promise<Temporal.Instant> {
  const end = queuedAt.add(longest)
  const start = meetingId ? await startOf(tx, meetingId) : null
  const startsBetween =
    start && Temporal.Instant.compare(start, queuedAt) > 0 && Temporal.Instant.compare(start, end) < 0
  return startsBetween ? start : end
}

async function startOf(tx: Tx, meetingId: string): Promise<Meeting['startsAt'] | null> {
  const [found] = await tx.select({ startsAt: meetings.startsAt }).from(meetings).where(eq(meetings.id, meetingId))
  return found?.startsAt ?? null
}
