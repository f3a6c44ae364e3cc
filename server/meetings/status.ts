import type { Meeting } from '../../db/schema.ts'

export type MeetingStatus = Meeting['status'] | 'done'

/** "Done" comes by itself: a published meeting whose end has passed. */
export function statusOf(meeting: Meeting, now: Temporal.Instant): MeetingStatus {
  const over = Temporal.Instant.compare(meeting.endsAt, now) <= 0
  return meeting.status === 'published' && over ? 'done' : meeting.status
}
