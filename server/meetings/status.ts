import type { Meeting } from '../../db/schema.ts'

export type MeetingStatus = Meeting['status'] | 'done'

/** "Done" comes by itself: a published meeting whose end has passed. */
export function statusOf(meeting: Meeting, now: Temporal.Instant): MeetingStatus {
  return meeting.status === 'published' && isOver(meeting, now) ? 'done' : meeting.status
}

export function isOver({ endsAt }: Pick<Meeting, 'endsAt'>, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(endsAt, now) <= 0
}
