import type { Meeting } from '../../db/schema.ts'

export type MeetingStatus = Meeting['status'] | 'done'

/** "Done" comes by itself: a published meeting whose end has passed. */
export function statusOf(meeting: Meeting, now: Temporal.Instant): MeetingStatus {
  return meeting.status === 'published' && isOver(meeting, now) ? 'done' : meeting.status
}

/** A postponed meeting never is: its date no longer holds, and people still expect it. */
export function isOver({ status, endsAt }: Pick<Meeting, 'status' | 'endsAt'>, now: Temporal.Instant): boolean {
  return status !== 'postponed' && Temporal.Instant.compare(endsAt, now) <= 0
}

export function hasBegun({ startsAt }: Pick<Meeting, 'startsAt'>, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(startsAt, now) <= 0
}

/** From the midnight before it begins, where it is, to its end. */
export function isToday(meeting: Dated & Pick<Meeting, 'endsAt'>, now: Temporal.Instant): boolean {
  return hasDawned(meeting, now) && !isOver(meeting, now)
}

type Dated = Pick<Meeting, 'status' | 'startsAt' | 'zone'>

/** From that midnight on; never while its date is open, or once it is called off. */
export function hasDawned({ status, startsAt, zone }: Dated, now: Temporal.Instant): boolean {
  const dawn = startsAt.toZonedDateTimeISO(zone).startOfDay().toInstant()
  return status === 'published' && hasBegun({ startsAt: dawn }, now)
}
