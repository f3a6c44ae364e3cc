import type { Meeting, PlaceStep, Question, Registration } from '../../db/schema.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'
import { isLive } from '../registrations/queries.ts'

/** What was never said yes to goes so long after it lapsed. */
export const keptUnanswered = { hours: 24 }

/** When a registration is forgotten by itself. */
export function keptUntil(
  { status, statusAt, ageBand }: Registration,
  steps: readonly Pick<PlaceStep, 'status'>[],
  meeting: Meeting,
): Temporal.Instant {
  const was = (one: Registration['status']) => steps.some((step) => step.status === one)
  const letLapse = status === 'lapsed' && (was('held') || was('invited'))
  const neverSure = ageBand === 'child' && !isLive({ status }) && !was('confirmed')
  return letLapse || neverSure ? statusAt.add(keptUnanswered) : forgottenAt(meeting)
}

/** A question may say earlier than its meeting does, never later. */
export function answersKeptUntil({ keepDays }: Pick<Question, 'keepDays'>, meeting: Meeting): Temporal.Instant {
  return forgottenAt({ ...meeting, keepDays: Math.min(keepDays ?? meeting.keepDays, meeting.keepDays) })
}
