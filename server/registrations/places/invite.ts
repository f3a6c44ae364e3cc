import type { Database, Tx } from '../../../db/open.ts'
import type { Meeting, Organiser, Project, Registration } from '../../../db/schema.ts'
import { record } from '../../history.ts'
import { freshMeeting } from '../../meetings/queries.ts'
import { notFound, Refusal } from '../../refusal.ts'
import { tell } from '../letters/letters.ts'
import { isLive, lastArrival, nextSequence, registrationsOfAddress } from '../queries.ts'
import { arrive, become } from './become.ts'
import { fits, roomOf } from './seats.ts'
import { takesOffers } from './waiting-list.ts'

/** Whom an organiser wants to come: by name, with so many places. */
export type Guest = Pick<Registration, 'groupId' | 'locale' | 'seats'> & { name: string; email: string }

/** `already`: they have a place, or are kept one. `no-room`: there are not so many places for them. */
export type Invited = 'invited' | 'already' | 'no-room'

/**
 * Keeps a place for somebody until they answer, and asks them. Whoever waits, for a place or for an answer, is invited
 * as they stand. Throws a Refusal when places cannot be offered any more, or not until then.
 */
export async function invite(
  db: Database,
  project: Project,
  meeting: Pick<Meeting, 'id'>,
  guest: Guest,
  heldUntil: Temporal.Instant,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Invited> {
  return await db.transact((tx) => inviteOne(tx, project, meeting, guest, heldUntil, by, now), {
    touches: project.id,
    lock: meeting.id,
  })
}

/** The same inside another deed, for many in one go. */
export async function inviteOne(
  tx: Tx,
  project: Project,
  { id }: Pick<Meeting, 'id'>,
  guest: Guest,
  heldUntil: Temporal.Instant,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Invited> {
  const meeting = (await freshMeeting(tx, { id })) ?? notFound()
  if (!takesOffers(meeting, now)) throw new Refusal('registration.no-offers')
  if (!isAhead(heldUntil, meeting, now)) throw new Refusal('registration.invited-until')
  const earlier = await registrationsOfAddress(tx, meeting, guest.email.toLowerCase())
  const known = earlier.find((one) => isLive(one) && one.classKey === '')
  if (known && known.status !== 'waiting' && known.status !== 'requested') return 'already'
  if (!fits(await roomOf(tx, meeting), known ?? guest)) return 'no-room'
  const place = { status: 'invited', heldUntil } as const
  const invited = known
    ? await become(tx, meeting, known, place, now, by)
    : await arrive(tx, { ...(await newcomer(tx, meeting, guest, earlier)), ...place }, now, by)
  await tell(tx, 'invited', project, meeting, invited, now)
  await record(tx, 'registration.invited', by, { project, meeting }, now)
  return 'invited'
}

function isAhead(heldUntil: Temporal.Instant, { startsAt }: Meeting, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, heldUntil) < 0 && Temporal.Instant.compare(heldUntil, startsAt) <= 0
}

async function newcomer(tx: Tx, meeting: Meeting, guest: Guest, earlier: readonly Registration[]) {
  const { name, email, groupId, locale, seats } = guest
  return {
    ...{ name, email, groupId, locale, seats, emailKey: email.toLowerCase(), meetingId: meeting.id },
    kind: seats > 1 ? ('friends' as const) : ('person' as const),
    sequence: nextSequence(earlier),
    arrival: (await lastArrival(tx, meeting)) + 1,
  }
}
