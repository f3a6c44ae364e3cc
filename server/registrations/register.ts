import { eq } from '../../db/drizzle.ts'
import type { Locale } from '../../db/languages.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Registration } from '../../db/schema.ts'
import { registrations } from '../../db/schema.ts'
import type { AgeSaid } from '../guardianships/age-form.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { hasBegun } from '../meetings/status.ts'
import { notFound, Refusal } from '../refusal.ts'
import { closedDoor } from './door.ts'
import { tell } from './letters.ts'
import { isLive, lastArrival, registrationOf, registrationsOfAddress } from './queries.ts'
import { placeIsFree } from './seats.ts'

export type Person = {
  name: string
  email: string | null
  groupId: string | null
  locale: Locale
  /** The new registration's id, when an organiser's form had one: without an address, only this tells a second sending. */
  once?: string | undefined
} & Partial<AgeSaid>

/** What anybody registering at that moment gets: it says nothing about whether the address was known. */
export type Outcome = { registration: Registration; newcomersGet: 'place' | 'waiting-list' }

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
    touches: project.id,
    lock: meeting.id,
  })
}

async function takePlace(
  tx: Tx,
  project: Project,
  meetingId: string,
  person: Person,
  now: Temporal.Instant,
  by: Organiser | null,
): Promise<Outcome> {
  const meeting = (await freshMeeting(tx, { id: meetingId })) ?? notFound()
  refuseClosed(meeting, now, by)
  const newcomersGet = (await placeIsFree(tx, meeting, now)) ? 'place' : 'waiting-list'
  if (newcomersGet === 'waiting-list' && hasBegun(meeting, now)) throw new Refusal('registration.full')
  const earlier = await earlierOf(tx, meeting, person)
  const known = earlier.find(isLive) ?? (await sentBefore(tx, meeting, person))
  if (known) return { registration: await welcomeBack(tx, project, meeting, known, newcomersGet, now), newcomersGet }
  const status = newcomersGet === 'place' ? 'confirmed' : 'waiting'
  const registration = await insert(tx, meeting, person, { status, sequence: nextSequence(earlier), now, by })
  await tell(tx, status === 'confirmed' ? 'confirmation' : 'waiting', project, meeting, registration, now)
  if (by) await record(tx, 'registration.added', by, { project, meeting }, now)
  return { registration, newcomersGet }
}

function refuseClosed(meeting: Meeting, now: Temporal.Instant, by: Organiser | null): void {
  if (meeting.status === 'draft') notFound()
  const closed = closedDoor(meeting, now)
  if (closed && !(by && (closed === 'not-yet' || closed === 'closed'))) throw new Refusal(`registration.${closed}`)
}

/** Whoever waits takes a place as a newcomer would, which only happens once the meeting has begun. */
async function welcomeBack(
  tx: Tx,
  project: Project,
  meeting: Meeting,
  known: Registration,
  newcomersGet: Outcome['newcomersGet'],
  now: Temporal.Instant,
): Promise<Registration> {
  const takesPlace = known.status === 'waiting' && newcomersGet === 'place'
  const registration = takesPlace ? await confirm(tx, known, now) : known
  await tell(tx, takesPlace ? 'confirmation' : 'already', project, meeting, registration, now)
  return registration
}

async function confirm(tx: Tx, { id }: Registration, now: Temporal.Instant): Promise<Registration> {
  const [confirmed = notFound()] = await tx
    .update(registrations)
    .set({ status: 'confirmed', statusAt: now })
    .where(eq(registrations.id, id))
    .returning()
  return confirmed
}

async function earlierOf(tx: Tx, meeting: Meeting, { email }: Person): Promise<Registration[]> {
  return email ? await registrationsOfAddress(tx, meeting, email.toLowerCase()) : []
}

async function sentBefore(tx: Tx, meeting: Meeting, { once }: Person): Promise<Registration | null> {
  return once ? await registrationOf(tx, meeting, once) : null
}

/** Above everything their calendar was sent before they left, so that it takes the new invitation (RFC 5546 2.1.5). */
function nextSequence(earlier: Registration[]): number {
  return Math.max(-1, ...earlier.map(({ sequence }) => sequence)) + 1
}

async function insert(
  tx: Tx,
  meeting: Meeting,
  person: Person,
  { now, by, ...place }: Pick<Registration, 'status' | 'sequence'> & { now: Temporal.Instant; by: Organiser | null },
): Promise<Registration> {
  const arrival = (await lastArrival(tx, meeting)) + 1
  const emailKey = person.email?.toLowerCase() ?? null
  const [row] = await tx
    .insert(registrations)
    .values({
      ...saidBy(person),
      ...place,
      id: person.once,
      emailKey,
      arrival,
      meetingId: meeting.id,
      statusAt: now,
      createdAt: now,
      addedBy: by?.id ?? null,
    })
    .onConflictDoNothing()
    .returning()
  return row ?? notFound()
}

/** What of it stands in the registration itself. */
function saidBy({ name, email, groupId, locale, birthYear, ageBand }: Person) {
  return { name, email, groupId, locale, birthYear, ageBand }
}
