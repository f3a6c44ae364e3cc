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
export function isToday(
  meeting: Pick<Meeting, 'status' | 'startsAt' | 'endsAt' | 'zone'>,
  now: Temporal.Instant,
): boolean {
  const { startsAt, zone } = meeting
  const dawn = startsAt.toZonedDateTimeISO(zone).startOfDay().toInstant()
  return meeting.status === 'published' && hasBegun({ startsAt: dawn }, now) && !isOver(meeting, now)
}
