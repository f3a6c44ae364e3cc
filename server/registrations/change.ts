import { isDeepStrictEqual } from 'node:util'
import { eq } from '../../db/drizzle.ts'
import type { Locale } from '../../db/languages.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, type Registration, registrations } from '../../db/schema.ts'
import { isAgeUnknown } from '../guardianships/age-unknown.ts'
import { yearProblem } from '../guardianships/year-problem.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { become } from './places/become.ts'
import { fits, type Party, roomOf, withParty } from './places/seats.ts'
import { offerFreedPlaces } from './places/waiting-list.ts'
import { isLive, isWithPlace, registrationOf } from './queries.ts'

/** `birthYear`: only of whoever was asked for it; absent, it stays. */
export type Details = { name: string; groupId: string | null; locale: Locale; birthYear?: number | undefined }

/** Why a change is not made: said beside the field. */
export type ChangeProblem =
  | { field: 'group'; key: 'registration.group-full' | 'registration.group-age' }
  | { field: 'birthYear'; key: 'problem.birth-year' | 'registration.year-band' }

/**
 * What a person may change about themselves; the address stays, it is where the link went. Returns what speaks against
 * it, or null.
 */
export async function change(
  db: Database,
  project: Project,
  meeting: Pick<Meeting, 'id'>,
  registration: Pick<Registration, 'id'>,
  { groupId, birthYear, ...said }: Details,
  now: Temporal.Instant,
  by: Pick<Organiser, 'id'> | null = null,
): Promise<ChangeProblem | null> {
  return await db.transact(
    async (tx) => {
      const current = await registrationOf(tx, meeting, registration.id)
      if (!current || !isLive(current)) return null
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      const moves = groupId !== current.groupId
      const year = current.birthYear === null ? null : (birthYear ?? current.birthYear)
      const wrongYear = year !== current.birthYear && year !== null && yearProblem(project, fresh, current, year, now)
      if (wrongYear) return { field: 'birthYear', key: wrongYear }
      const against = moves ? await againstGroup(tx, fresh, current, groupId, by) : null
      if (against) return { field: 'group', key: against }
      await tx
        .update(registrations)
        .set({ ...said, birthYear: year })
        .where(eq(registrations.id, current.id))
      if (moves) await become(tx, fresh, current, { groupId }, now, by)
      if (moves) await offerFreedPlaces(tx, project, fresh, now)
      const isNews = moves || year !== current.birthYear || !isDeepStrictEqual({ ...current, ...said }, current)
      if (by && isNews) await record(tx, 'registration.changed', by, { project, meeting }, now)
      return null
    },
    { touches: project.id, lock: meeting.id },
  )
}

async function againstGroup(
  tx: Tx,
  meeting: Meeting,
  current: Registration,
  groupId: string | null,
  by: Pick<Organiser, 'id'> | null,
) {
  if (!by && (await isAgeUnknown(tx, meeting, current, groupId))) return 'registration.group-age'
  return (await fitsInstead(tx, meeting, current, { ...current, groupId })) ? null : 'registration.group-full'
}

/** Whether somebody who has a place can have it as another party: smaller, larger, of another group. In line, anybody can. */
async function fitsInstead(tx: Tx, meeting: Meeting, current: Registration, party: Party): Promise<boolean> {
  if (!isWithPlace(current)) return true
  const room = await roomOf(tx, meeting)
  return fits(withParty(room, { ...current, seats: -current.seats }), party)
}
