import type { NodemailerError } from 'nodemailer'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import type { Letter, Meeting } from '../../db/schema.ts'
import { letters, meetings } from '../../db/schema.ts'

/** Minutes until the next attempt; the last one again and again. */
const pauses = [1, 5, 15, 30, 60]
const longest = { hours: 72 }

/** What became of an attempt; `answer` is what the mail server said. */
export type Outcome = { is: 'sent'; answer: string } | { is: 'overtaken' } | Fault
type Fault = { is: 'refused' | 'delayed'; answer: string }

/** A delayed letter is tried again later: up to three days, and not beyond the start of its meeting. */
export async function recordOutcome(db: Database, letter: Letter, outcome: Outcome, now: Temporal.Instant) {
  if (outcome.is === 'sent') return settle(db, letter, { sentAt: now, answer: outcome.answer })
  if (outcome.is === 'overtaken') return settle(db, letter, { endedAt: now, ending: 'overtaken' })
  const { is, answer } = outcome
  const next = nextAttempt(letter, now)
  const isLast = is === 'refused' || Temporal.Instant.compare(next, await lastMoment(db, letter)) > 0
  return settle(db, letter, isLast ? { endedAt: now, ending: 'failed', answer } : { dueAt: next, answer })
}

/**
 * A 5xx about the recipient or the content is final. One about us is not: letters must not be given up because a
 * password or `MAIL_FROM` is wrong. A connection lost after the content may mean that it was taken: tried again too.
 */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { is: 'delayed', answer: String(error) }
  const { code, command, response, permanent } = error as NodemailerError
  const isAboutLetter = code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM')
  return { is: isAboutLetter && permanent ? 'refused' : 'delayed', answer: shortened(response || error.message) }
}

export function shortened(answer: string): string {
  return answer.slice(0, 500)
}

/** A fifth earlier or later, so that letters which failed together do not all come back together. */
function nextAttempt({ attempts }: Letter, now: Temporal.Instant): Temporal.Instant {
  const minutes = pauses[Math.min(attempts, pauses.length) - 1] ?? 1
  return now.add({ seconds: Math.round(minutes * 60 * (0.8 + Math.random() * 0.4)) })
}

async function lastMoment(db: Database, { queuedAt, meetingId }: Letter): Promise<Temporal.Instant> {
  const end = queuedAt.add(longest)
  const start = meetingId ? await startOf(db, meetingId) : null
  const startsBetween =
    start && Temporal.Instant.compare(start, queuedAt) > 0 && Temporal.Instant.compare(start, end) < 0
  return startsBetween ? start : end
}

async function startOf(db: Database, meetingId: string): Promise<Meeting['startsAt'] | null> {
  const [found] = await db.select({ startsAt: meetings.startsAt }).from(meetings).where(eq(meetings.id, meetingId))
  return found?.startsAt ?? null
}

type Changes = Partial<Pick<Letter, 'sentAt' | 'endedAt' | 'ending' | 'dueAt' | 'answer'>>

async function settle(db: Database, { id }: Letter, changes: Changes): Promise<void> {
  await db.transact(
    async (tx) => {
      await tx
        .update(letters)
        .set({ ...changes, claimedUntil: null })
        .where(eq(letters.id, id))
    },
    { touches: 'nothing' },
  )
}
