import { and, asc, eq, inArray } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import { type Meeting, type Registration, registrations } from '../../../db/schema.ts'
import { cameAmong } from '../../check-ins/queries.ts'
import { hasBegun, isOver } from '../../meetings/status.ts'
import { fits, type Room, roomOf, withParty } from '../places/seats.ts'
import { takesOffers } from '../places/waiting-list.ts'
import { isLive, isWithPlace } from '../queries.ts'

/** What organisers do with many at once. */
export const deeds = ['approve', 'refuse', 'offer', 'came', 'absent', 'write', 'move', 'cancel'] as const
export type Deed = (typeof deeds)[number]
/** Of which it is said first what it would do to whom. */
export type PlannedDeed = Exclude<Deed, 'write'>

export type Obstacle =
  | ('over' | 'called-off' | 'ended' | 'not-requested' | 'not-waiting' | 'no-offers' | 'no-room')
  | ('not-begun' | 'came-already' | 'absent-already')
  | ('there-already' | 'no-classes' | 'too-many-friends' | 'age')

export type Plan = { able: Registration[]; unable: { registration: Registration; why: Obstacle }[] }

/** Whom a deed would reach, and whom not, and why; in the order in which it would be done. Ids from elsewhere are nobody's. */
export async function planOf(
  db: Reads,
  meeting: Meeting,
  deed: PlannedDeed,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<Plan> {
  const plan: Plan = { able: [], unable: [] }
  let room = await roomOf(db, meeting)
  const came = await cameAmong(db, ids)
  for (const registration of inTurn(deed, await chosenOf(db, meeting, ids))) {
    const isAbout = deed === 'came' || deed === 'absent'
    const why = isAbout
      ? againstComing(deed, meeting, registration, came.has(registration.id), now)
      : obstacle(deed, meeting, registration, room, now)
    if (why) plan.unable.push({ registration, why })
    else plan.able.push(registration)
    if (takesRoom(deed, meeting, now) && !why) room = withParty(room, registration)
  }
  return plan
}

/** Before it begins, whoever is approved and finds no room joins the line. */
function takesRoom(deed: PlannedDeed, meeting: Meeting, now: Temporal.Instant): boolean {
  return deed === 'offer' || (deed === 'approve' && hasBegun(meeting, now))
}

/** From the start on, also long after it; a mistake can be taken back. */
function againstComing(
  deed: 'came' | 'absent',
  meeting: Meeting,
  registration: Registration,
  came: boolean,
  now: Temporal.Instant,
): Obstacle | null {
  if (meeting.status === 'cancelled') return 'called-off'
  if (!hasBegun(meeting, now)) return 'not-begun'
  if (deed === 'absent') return came ? null : 'absent-already'
  if (!isLive(registration)) return 'ended'
  return came ? 'came-already' : null
}

/** What speaks against it, as things stand. */
function obstacle(
  deed: Exclude<PlannedDeed, 'came' | 'absent'>,
  meeting: Meeting,
  registration: Registration,
  room: Room,
  now: Temporal.Instant,
): Obstacle | null {
  const { status } = registration
  if (meeting.status === 'cancelled' && deed !== 'move') return 'called-off'
  if (isOver(meeting, now)) return 'over'
  if (!isLive(registration)) return 'ended'
  if ((deed === 'approve' || deed === 'refuse') && status !== 'requested') return 'not-requested'
  if (deed === 'approve') return hasBegun(meeting, now) && !fits(room, registration) ? 'no-room' : null
  return deed === 'offer' ? againstOffer(meeting, registration, room, now) : null
}

function againstOffer(
  meeting: Meeting,
  registration: Registration,
  room: Room,
  now: Temporal.Instant,
): Obstacle | null {
  if (registration.status !== 'waiting') return 'not-waiting'
  if (!takesOffers(meeting, now)) return 'no-offers'
  return fits(room, registration) ? null : 'no-room'
}

/** Those of this meeting, first come first; a statement takes only so many values. */
async function chosenOf(db: Reads, meeting: { id: string }, ids: readonly string[]): Promise<Registration[]> {
  const found: Registration[] = []
  for (let i = 0; i < ids.length; i += 500) {
    const some = inArray(registrations.id, ids.slice(i, i + 500))
    const ofMeeting = and(eq(registrations.meetingId, meeting.id), some)
    found.push(...(await db.select().from(registrations).where(ofMeeting).orderBy(asc(registrations.arrival))))
  }
  return found.toSorted((a, b) => a.arrival - b.arrival)
}

/** Whoever waits leaves before those whose place would be offered to them. */
function inTurn(deed: PlannedDeed, people: Registration[]): Registration[] {
  if (deed !== 'cancel') return people
  return [...people.filter((one) => !isWithPlace(one)), ...people.filter(isWithPlace)]
}
