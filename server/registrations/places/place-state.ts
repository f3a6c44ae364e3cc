import { and, eq } from '../../../db/drizzle.ts'
import type { Reads, Tx } from '../../../db/open.ts'
import { guardianships, type Meeting, type Organiser, type Project, type Registration } from '../../../db/schema.ts'
import { tell } from '../letters/letters.ts'
import { become } from './become.ts'
import { guardianDeadline } from './deadlines.ts'

type Place = Pick<Registration, 'status' | 'heldUntil'>

/** Gives somebody their place: for good, or held while a guardian is asked, and writes to them which. */
export async function seat(
  tx: Tx,
  project: Project,
  meeting: Meeting,
  current: Registration,
  now: Temporal.Instant,
  by: Pick<Organiser, 'id'> | null = null,
): Promise<Registration> {
  const isAgreed = current.ageBand !== 'child' || (await guardianAgreed(tx, current))
  const seated = await become(tx, meeting, current, placeState(meeting, isAgreed, now), now, by)
  await tell(tx, letterOf(seated), project, meeting, seated, now)
  return seated
}

/** The one rule of what a place is at first: sure, or held while a guardian is asked. */
export function placeState(meeting: Meeting, isAgreed: boolean, now: Temporal.Instant): Place {
  return isAgreed
    ? { status: 'confirmed', heldUntil: null }
    : { status: 'held', heldUntil: guardianDeadline(meeting, now) }
}

export function letterOf({ status }: Pick<Registration, 'status'>) {
  return status === 'held' ? 'held' : 'confirmation'
}

/** Whether a guardian has said yes to the attendance; of a child added by organisers none need be asked. */
async function guardianAgreed(db: Reads, registration: Pick<Registration, 'id'>): Promise<boolean> {
  const asked = await db
    .select({ agreed: guardianships.agreed })
    .from(guardianships)
    .where(and(eq(guardianships.registrationId, registration.id), eq(guardianships.about, 'attendance')))
  return asked.length === 0 || asked.some(({ agreed }) => agreed)
}
