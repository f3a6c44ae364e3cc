import { and, eq, isNotNull } from '../../db/drizzle.ts'
import type { Database, Reads, Tx } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { meetings, registrations, reservedPlaces } from '../../db/schema.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound, Refusal } from '../refusal.ts'
import { offerFreedPlaces } from '../registrations/places/waiting-list.ts'
import type { Reserved } from './queries.ts'

export type SignUpSettings = Pick<
  Meeting,
  | 'approval'
  | 'friendsMost'
  | 'takesClasses'
  | 'asksAge'
  | 'asksEmergencyContact'
  | 'guardianDays'
  | 'keepDays'
  | 'photoChannels'
> & { reserved: Reserved }

/**
 * Says how people register for a meeting. Whoever waits and now fits is offered a place. Throws a Refusal when data
 * would be kept longer than those who are registered were told.
 */
export async function setSignUp(
  db: Database,
  project: Project,
  meeting: Meeting,
  { reserved, ...settings }: SignUpSettings,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const before = (await freshMeeting(tx, meeting)) ?? notFound()
      if (before.status === 'cancelled') throw new Refusal('meeting.is-cancelled')
      if (await breaksPromise(tx, before, settings)) throw new Refusal('sign-up.longer')
      await tx.update(meetings).set(settings).where(eq(meetings.id, before.id))
      await setReserved(tx, before, reserved)
      await record(tx, 'meeting.sign-up', by, { project, meeting }, now)
      await offerFreedPlaces(tx, project, before, now)
    },
    { touches: project.id, lock: meeting.id },
  )
}

/** People who are registered were told how long they are kept: from then on it can only get shorter. */
export async function breaksPromise(
  db: Reads,
  meeting: Pick<Meeting, 'id' | 'keepDays'>,
  { keepDays }: Pick<Meeting, 'keepDays'>,
): Promise<boolean> {
  if (keepDays <= meeting.keepDays) return false
  const [one] = await db
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.meetingId, meeting.id), isNotNull(registrations.name)))
    .limit(1)
  return one !== undefined
}

/** Keeps so many places for each group, and for no other. */
export async function setReserved(tx: Tx, { id }: Pick<Meeting, 'id'>, reserved: Reserved): Promise<void> {
  const rows = Object.entries(reserved).map(([groupId, places]) => ({ meetingId: id, groupId, places }))
  const kept = rows.filter(({ places }) => places > 0)
  await tx.delete(reservedPlaces).where(eq(reservedPlaces.meetingId, id))
  if (kept.length > 0) await tx.insert(reservedPlaces).values(kept)
}
