import type { Meeting } from '../../db/schema.ts'
import { hasBegun } from '../meetings/status.ts'
import { hasPlace, hasRoom, type Standing } from './places/standing.ts'

/**
 * Whether one can register, and if not, why. 'waiting-list': one can, but gets no place yet. 'full': it has begun, and a
 * waiting list would not move any more.
 */
export type Door = 'open' | 'waiting-list' | 'full' | Closed
type Closed = 'not-yet' | 'closed' | 'over' | 'cancelled' | 'postponed'

export function doorOf(meeting: Meeting, standing: Standing, now: Temporal.Instant): Door {
  const closed = closedDoor(meeting, now)
  if (closed) return closed
  if (hasBegun(meeting, now)) return hasRoom(standing) ? 'open' : 'full'
  return hasPlace(standing) ? 'open' : 'waiting-list'
}

/** Registration closes with the meeting's end unless the organiser says earlier. */
export function closedDoor(meeting: Meeting, now: Temporal.Instant): Closed | null {
  if (meeting.status === 'cancelled') return 'cancelled'
  if (meeting.status === 'postponed') return 'postponed'
  if (reached(meeting.endsAt, now)) return 'over'
  if (meeting.opensAt && !reached(meeting.opensAt, now)) return 'not-yet'
  return meeting.closesAt && reached(meeting.closesAt, now) ? 'closed' : null
}

/** When the answer changes by itself next: until then a page that shows it stays true. */
export function doorHolds(meeting: Meeting, now: Temporal.Instant): Temporal.Instant | null {
  const turns = [meeting.opensAt, meeting.closesAt, meeting.startsAt, meeting.endsAt]
  const ahead = turns.filter((turn) => turn !== null).filter((turn) => !reached(turn, now))
  return ahead.sort(Temporal.Instant.compare)[0] ?? null
}

function reached(moment: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(moment, now) <= 0
}
