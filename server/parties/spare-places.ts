import type { Reads } from '../../db/open.ts'
import type { Meeting, Registration } from '../../db/schema.ts'
import { hasBegun } from '../meetings/status.ts'
import { freeFor, roomOf } from '../registrations/places/seats.ts'
import { anybodyWaitingFits } from '../registrations/places/waiting-list.ts'
import { isWithPlace } from '../registrations/queries.ts'
import { companionsOf } from './companions.ts'

/** How many people one class may be, whatever the room holds. */
export const largestClass = 200

/** What a meeting could ever hold of one group: more than that need not wait. */
export async function mostOf(db: Reads, meeting: Meeting, groupId: string | null): Promise<number> {
  const room = await roomOf(db, meeting)
  return Math.min(largestClass, freeFor({ ...room, taken: new Map() }, groupId))
}

/**
 * How many more a party can have along. With places they get more as a newcomer would, and where organisers approve
 * everybody none by themselves; while they wait, as many as the meeting could hold.
 */
export async function sparePlaces(
  db: Reads,
  meeting: Meeting,
  registration: Registration,
  now: Temporal.Instant,
): Promise<number> {
  const { kind, seats, groupId } = registration
  const allowed = kind === 'class' ? largestClass - seats : meeting.friendsMost - companionsOf(registration)
  return Math.max(0, Math.min(allowed, await roomFor(db, meeting, { ...registration, groupId }, now)))
}

async function roomFor(db: Reads, meeting: Meeting, registration: Registration, now: Temporal.Instant) {
  if (!isWithPlace(registration)) return (await mostOf(db, meeting, registration.groupId)) - registration.seats
  if (meeting.approval) return 0
  const room = await roomOf(db, meeting)
  const isOvertaking = !hasBegun(meeting, now) && (await anybodyWaitingFits(db, meeting, room))
  return isOvertaking ? 0 : freeFor(room, registration.groupId)
}
