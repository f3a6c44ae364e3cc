import { randomUUIDv7 } from 'node:crypto'
import { and, count, eq, given, gte, sql } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
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
      const answer = outcome.is === 'overtaken' ? null : outcome.answer
      const known =
        outcome.is === 'sent'
          ? await prepared(tx, setSent).execute({ id: letter.id, at: now.epochMilliseconds, answer })
          : await settle(tx, letter, await changesBy(tx, letter, outcome, now, again))
      // It may have been deleted while it was on its way, with whoever it was to.
      if (known.length === 0) return
      const step = { letterId: letter.id, at: now, outcome: outcome.is, answer }
      await prepared(tx, insertStep).execute({ id: randomUUIDv7(), ...step })
      if (outcome.is === 'refused' && outcome.isNobody)
        await suppress(tx, letter.recipient, { reason: 'refused', answer: outcome.answer }, now)
    },
    { touches: 'nothing' },
  )
}

const setSent = (tx: Tx) =>
  tx
    .update(letters)
    .set({ sentAt: sql`${given('at')}`, answer: sql`${given('answer')}`, claimedUntil: null })
    .where(eq(letters.id, given('id')))
    .returning({ id: letters.id })

const insertStep = (tx: Tx) =>
  tx.insert(deliveries).values({
    id: given('id'),
    letterId: given('letterId'),
    at: given('at'),
    outcome: given('outcome'),
    answer: given('answer'),
  })

async function settle(tx: Tx, { id }: Letter, changes: Awaited<ReturnType<typeof changesBy>>) {
  return await tx
    .update(letters)
    .set({ ...changes, claimedUntil: null })
    .where(eq(letters.id, id))
    .returning({ id: letters.id })
}

type Unsent = Exclude<Outcome, { is: 'sent' }>

async function changesBy(tx: Tx, letter: Letter, outcome: Unsent, now: Temporal.Instant, again: Again) {
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
