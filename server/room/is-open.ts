import type { Meeting } from '../../db/schema.ts'
import { later } from '../later.ts'

/** What nobody closed closes itself so long after the meeting, or after it was opened later than that. */
const closesAfter = { hours: 24 }

type Room = Pick<Meeting, 'roomOpenedAt' | 'roomClosedAt' | 'endsAt'>

export function isRoomOpen({ roomOpenedAt, roomClosedAt, endsAt }: Room, now: Temporal.Instant): boolean {
  if (roomOpenedAt === null || roomClosedAt !== null) return false
  return !isLeftOpen({ endsAt }, roomOpenedAt, now)
}

/** Opened then, and forgotten. */
export function isLeftOpen({ endsAt }: Pick<Meeting, 'endsAt'>, openedAt: Temporal.Instant, now: Temporal.Instant) {
  return Temporal.Instant.compare(later(endsAt, openedAt).add(closesAfter), now) <= 0
}
