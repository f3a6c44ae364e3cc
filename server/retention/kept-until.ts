import type { Meeting, PlaceStep, Question, Registration } from '../../db/schema.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'

/** What was never said yes to goes so long after it lapsed. */
export const keptUnanswered = { hours: 24 }

/** When a registration is forgotten by itself. */
export function keptUntil(
  { status, statusAt }: Registration,
  steps: readonly Pick<PlaceStep, 'status'>[],
  meeting: Meeting,
): Temporal.Instant {
  const neverAnswered = status === 'lapsed' && steps.some((step) => step.status === 'held' || step.status === 'invited')
  return neverAnswered ? statusAt.add(keptUnanswered) : forgottenAt(meeting)
}

/** A question may say earlier than its meeting does, never later. */
export function answersKeptUntil({ keepDays }: Pick<Question, 'keepDays'>, meeting: Meeting): Temporal.Instant {
  return forgottenAt({ ...meeting, keepDays: Math.min(keepDays ?? meeting.keepDays, meeting.keepDays) })
}
