import type { Meeting, Registration } from '../../db/schema.ts'
import { closedDoor } from '../registrations/door.ts'
import { isLive } from '../registrations/queries.ts'

/** Whether nothing is asked of somebody any more: they are not registered, or the meeting is over or called off. */
export function isClosed(meeting: Meeting, registration: Pick<Registration, 'status'>, now: Temporal.Instant): boolean {
  const closed = closedDoor(meeting, now)
  return !isLive(registration) || closed === 'over' || closed === 'cancelled'
}
