import type { Database, Tx } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Registration } from '../../db/schema.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { hasBegun } from '../meetings/status.ts'
import { classKeyOf } from '../parties/class-key.ts'
import { notFound, Refusal } from '../refusal.ts'
import { placesOf } from '../touch.ts'
import { asIfNew } from './as-if-new.ts'
import { closedDoor } from './door.ts'
import { tell } from './letters/letters.ts'
import type { Person } from './person.ts'
import { placeState, seat } from './places/place-state.ts'
import { fits, roomOf } from './places/seats.ts'
import { placeIsFree } from './places/waiting-list.ts'
import { isLive, nextSequence, registrationOf, registrationsOfAddress } from './queries.ts'
import { type FirstPlace, welcome } from './welcome.ts'

/** What anybody registering at that moment gets: it says nothing about whether the address was known. */
export type Outcome = { registration: Registration; newcomersGet: 'place' | 'waiting-list' | 'request' }

/**
 * Registers a person once: a second time changes nothing, and a letter reminds them. Throws a Refusal when
 * registration is not open; an organiser (`by`) may add people before and after, but not above the capacity.
 */
export async function register(
  db: Database,
  project: Project,
  meeting: Meeting,
  person: Person,
  now: Temporal.Instant,
  by: Organiser | null = null,
): Promise<Outcome> {
  return await db.transact((tx) => takePlace(tx, project, meeting.id, person, now, by), {
    touches: placesOf(project),
    lock: meeting.id,
  })
}

/** The same inside another deed, for many in one go. */
export async function takePlace(
  tx: Tx,
  project: Project,
  meetingId: string,
  person: Person,
  now: Temporal.Instant,
  by: Organiser | null,
): Promise<Outcome> {
  const meeting = (await freshMeeting(tx, { id: meetingId })) ?? notFound()
  refuseClosed(meeting, now, by)
  const newcomersGet = await answerTo(tx, meeting, person, now, by)
  const earlier = await earlierOf(tx, meeting, person)
  const known = earlier.find((one) => isSame(one, person)) ?? (await sentBefore(tx, meeting, person))
  const place = { ...placeOf(meeting, person, newcomersGet, now), sequence: nextSequence(earlier) }
  if (known)
    return { registration: await welcomeBack(tx, project, meeting, known, { person, place, by }, now), newcomersGet }
  const registration = await welcome(tx, project, meeting, person, place, now, by)
  if (by && !person.movedFrom && !person.broughtIn)
    await record(tx, 'registration.added', by, { project, meeting }, now)
  return { registration, newcomersGet }
}

/** Whom an organiser adds needs no further yes of theirs. */
async function answerTo(
  tx: Tx,
  meeting: Meeting,
  { groupId, seats = 1 }: Person,
  now: Temporal.Instant,
  by: Organiser | null,
): Promise<Outcome['newcomersGet']> {
  const asks = meeting.approval && !by
  if (asks && !hasBegun(meeting, now)) return 'request'
  if (await placeIsFree(tx, meeting, { groupId, seats }, now)) return asks ? 'request' : 'place'
  if (hasBegun(meeting, now)) throw new Refusal('registration.full')
  return 'waiting-list'
}

function placeOf(
  meeting: Meeting,
  { ageBand, guardianEmail }: Person,
  got: Outcome['newcomersGet'],
  now: Temporal.Instant,
) {
  if (got === 'place') return placeState(meeting, ageBand !== 'child' || !guardianEmail, now)
  return { status: got === 'request' ? 'requested' : 'waiting', heldUntil: null } as const
}

function refuseClosed(meeting: Meeting, now: Temporal.Instant, by: Organiser | null): void {
  if (meeting.status === 'draft') notFound()
  const closed = closedDoor(meeting, now)
  if (closed && !(by && (closed === 'not-yet' || closed === 'closed'))) throw new Refusal(`registration.${closed}`)
}

type Newcomer = { person: Person; place: FirstPlace; by: Organiser | null }

/** Whoever waits takes a place as a newcomer would, which only happens once the meeting has begun. */
async function welcomeBack(
  tx: Tx,
  project: Project,
  meeting: Meeting,
  known: Registration,
  { person, place, by }: Newcomer,
  now: Temporal.Instant,
): Promise<Registration> {
  const isLate = known.status === 'waiting' && hasBegun(meeting, now)
  if (isLate && fits(await roomOf(tx, meeting), known)) return await seat(tx, project, meeting, known, now)
  const isWritten = await tell(tx, 'already', project, meeting, known, now)
  if (!by) await asIfNew(tx, project, meeting, { ...person, email: isWritten ? null : person.email }, place, now)
  return known
}

function isSame(registration: Registration, { className }: Person): boolean {
  return isLive(registration) && registration.classKey === classKeyOf(className ?? '')
}

async function earlierOf(tx: Tx, meeting: Meeting, { email }: Person): Promise<Registration[]> {
  return email ? await registrationsOfAddress(tx, meeting, email.toLowerCase()) : []
}

async function sentBefore(tx: Tx, meeting: Meeting, { once }: Person): Promise<Registration | null> {
  return once ? await registrationOf(tx, meeting, once) : null
}
