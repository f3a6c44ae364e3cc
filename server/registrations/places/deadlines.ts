import type { Meeting, Registration } from '../../../db/schema.ts'
import { later } from '../../later.ts'
import { hasBegun } from '../../meetings/status.ts'

/** The organiser's hours, but never past the start. */
export function offerDeadline(meeting: Meeting, now: Temporal.Instant): Temporal.Instant {
  return earlier(now.add({ hours: meeting.offerHours }), meeting.startsAt)
}

/** The guardian's days, but never past the start; once it has begun, not past the end. */
export function guardianDeadline(meeting: Meeting, now: Temporal.Instant): Temporal.Instant {
  return earlier(now.add({ hours: 24 * meeting.guardianDays }), lastDeadline(meeting, 'held', now))
}

/** Offers and invitations do not outlast the start; whoever comes later may still wait for a guardian, until the end. */
export function lastDeadline(meeting: Meeting, status: Registration['status'], now: Temporal.Instant) {
  return status === 'held' && hasBegun(meeting, now) ? meeting.endsAt : meeting.startsAt
}

/** When their time to answer begins anew, everybody gets as much of it as they would get now. */
export function deadlineAnew(meeting: Meeting, { status, heldUntil }: Registration, now: Temporal.Instant) {
  if (status === 'held') return guardianDeadline(meeting, now)
  const offered = offerDeadline(meeting, now)
  return status === 'invited' && heldUntil ? earlier(later(heldUntil, offered), meeting.startsAt) : offered
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other
}
