import type { Meeting } from '../../db/schema.ts'
import { isOver, type MeetingStatus, statusOf } from '../meetings/status.ts'
import { type Door, doorHolds, doorOf } from '../registrations/door.ts'
import type { Standing } from '../registrations/places/standing.ts'

/** A meeting as lists show it. */
export type Listed = {
  meeting: Meeting
  status: MeetingStatus
  door: Door
  taken: number
  left: number
  waiting: number
}

export type Series = { ahead: Listed[]; past: Listed[] }

export function listed(meeting: Meeting, standing: Standing, now: Temporal.Instant): Listed {
  const { taken, waiting } = standing
  const left = Math.max(0, meeting.capacity - taken)
  return { meeting, status: statusOf(meeting, now), door: doorOf(meeting, standing, now), taken, left, waiting }
}

/** What comes, the soonest first, then what was, the latest first. A postponed meeting is still to come. */
export function inOrder(meetings: Listed[], now: Temporal.Instant): Series {
  const isPast = ({ meeting }: Listed) => isOver(meeting, now)
  const byStart = meetings.toSorted((a, b) => Temporal.Instant.compare(a.meeting.startsAt, b.meeting.startsAt))
  return { ahead: byStart.filter((one) => !isPast(one)), past: byStart.filter(isPast).reverse() }
}

/** Until when a list of these meetings stays true if nobody does anything; null: for good. */
export function seriesHolds(meetings: Meeting[], now: Temporal.Instant): Temporal.Instant | null {
  const turns = meetings.map((meeting) => doorHolds(meeting, now)).filter((turn) => turn !== null)
  return turns.sort(Temporal.Instant.compare)[0] ?? null
}
