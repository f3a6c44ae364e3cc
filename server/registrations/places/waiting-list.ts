import { and, eq, given, lt, min } from '../../../db/drizzle.ts'
import type { Reads, Tx } from '../../../db/open.ts'
import { prepared } from '../../../db/prepared.ts'
import { type Meeting, type Organiser, type Project, type Registration, registrations } from '../../../db/schema.ts'
import { freshMeeting } from '../../meetings/queries.ts'
import { hasBegun } from '../../meetings/status.ts'
import { tell } from '../letters/letters.ts'
import { keptIn, waitingAfter } from '../queries.ts'
import { become } from './become.ts'
import { deadlineAnew, lastDeadline, offerDeadline } from './deadlines.ts'
import { seat } from './place-state.ts'
import { fits, freeIn, type Party, type Room, roomOf, withParty } from './seats.ts'

/**
 * Offers the free places, each to the first in line who fits; inside the deed that freed them. Whoever does not fit now
 * does not fit later in the same round either: each offer only takes room away, so the line is walked once.
 */
export async function offerFreedPlaces(
  tx: Tx,
  project: Project,
  { id }: Pick<Meeting, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const meeting = await freshMeeting(tx, { id })
  if (!meeting || !takesOffers(meeting, now) || meeting.promotionPausedAt) return
  let room = await roomOf(tx, meeting)
  let seen = 0
  while (freeIn(room) > 0) {
    const line = await waitingAfter(tx, meeting, seen, atOnce)
    for (const registration of line) {
      if (!fits(room, registration)) continue
      await offerPlace(tx, project, meeting, registration, now)
      room = withParty(room, registration)
    }
    if (line.length < atOnce) return
    seen = line.at(-1)?.arrival ?? seen
  }
}

const atOnce = 100

/**
 * The one path to a freed place, whether the clock or an organiser sends somebody down it. Whoever has no address could
 * never answer an offer: the place is theirs.
 */
export async function offerPlace(
  tx: Tx,
  project: Project,
  meeting: Meeting,
  registration: Registration,
  now: Temporal.Instant,
  by: Pick<Organiser, 'id'> | null = null,
): Promise<void> {
  if (registration.email === null) {
    await seat(tx, project, meeting, registration, now, by)
    return
  }
  const place = { status: 'offered', heldUntil: offerDeadline(meeting, now) } as const
  const offered = await become(tx, meeting, registration, place, now, by)
  await tell(tx, 'offer', project, meeting, offered, now)
}

/**
 * A newcomer gets a place when they fit and nobody waiting does. Once the meeting has begun nothing is offered any
 * more, and whoever comes first has it. Of those who wait nothing is read when there is no room anyway.
 */
export async function placeIsFree(db: Reads, meeting: Meeting, party: Party, now: Temporal.Instant): Promise<boolean> {
  const room = await roomOf(db, meeting)
  if (!fits(room, party)) return false
  return hasBegun(meeting, now) || !(await anybodyWaitingFits(db, meeting, room))
}

/** Whether somebody in line fits, or somebody who came `before` that arrival. */
export async function anybodyWaitingFits(
  db: Reads,
  meeting: { id: string },
  room: Room,
  before = last,
): Promise<boolean> {
  const parties = await prepared(db, smallestWaiting).execute({ meeting: meeting.id, before })
  return parties.some(({ groupId, seats }) => fits(room, { groupId, seats: seats ?? 1 }))
}

/** No arrival is that late; it is also the greatest integer of PostgreSQL. */
const last = 2 ** 31 - 1

const smallestWaiting = (db: Reads) =>
  db
    .select({ groupId: registrations.groupId, seats: min(registrations.seats) })
    .from(registrations)
    .where(
      and(
        eq(registrations.meetingId, given('meeting')),
        eq(registrations.status, 'waiting'),
        lt(registrations.arrival, given('before')),
      ),
    )
    .groupBy(registrations.groupId)

/** Kept places do not run out while a meeting is postponed: with its new date their time begins anew. None outlasts what it waits for. */
export async function renewKeptPlaces(
  tx: Tx,
  before: Meeting,
  after: Meeting,
  now: Temporal.Instant,
  by: Organiser,
): Promise<void> {
  const isOnAgain = before.status === 'postponed' && after.status === 'published'
  for (const current of await keptIn(tx, after)) {
    const last = lastDeadline(after, current.status, now)
    const outlasts = current.heldUntil && Temporal.Instant.compare(current.heldUntil, last) > 0
    const heldUntil = isOnAgain ? deadlineAnew(after, current, now) : last
    if (isOnAgain || outlasts) await become(tx, after, current, { heldUntil }, now, by)
  }
}

/** Offers are made while the meeting stands and until it starts. */
export function takesOffers(meeting: Meeting, now: Temporal.Instant): boolean {
  return meeting.status === 'published' && !hasBegun(meeting, now)
}
