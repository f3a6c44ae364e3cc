import { eq } from '../../../db/drizzle.ts'
import type { Database, Tx } from '../../../db/open.ts'
import type { Meeting, Organiser, Project, Registration } from '../../../db/schema.ts'
import { registrations } from '../../../db/schema.ts'
import type { AgeSaid } from '../../guardianships/age-form.ts'
import { keepAgeSaid } from '../../guardianships/keep-age-said.ts'
import { tellOfLapse } from '../../guardianships/lapse.ts'
import { record } from '../../history.ts'
import { freshMeeting } from '../../meetings/queries.ts'
import { notFound, Refusal } from '../../refusal.ts'
import { placesOf } from '../../touch.ts'
import { tell } from '../letters/letters.ts'
import { lapsedIn, meetingsWithLapsed, registrationOf } from '../queries.ts'
import { become } from './become.ts'
import { deadlineAnew } from './deadlines.ts'
import { seat } from './place-state.ts'
import { fits, roomOf } from './seats.ts'
import { untoldIn } from './untold.ts'
import { offerFreedPlaces, offerPlace, takesOffers } from './waiting-list.ts'

/**
 * Takes the place that was offered, or that an invitation keeps, with what was `said` of an age nobody had asked before;
 * throws a Refusal once the offer has run out or been given on.
 */
export async function accept(
  db: Database,
  project: Project,
  meeting: Meeting,
  registration: Pick<Registration, 'id'>,
  now: Temporal.Instant,
  said: AgeSaid | null = null,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const current = (await registrationOf(tx, meeting, registration.id)) ?? notFound()
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      await takeKept(tx, project, fresh, current, now, said)
    },
    { touches: placesOf(project), lock: meeting.id },
  )
}

/** The same inside another deed. */
export async function takeKept(
  tx: Tx,
  project: Project,
  meeting: Meeting,
  current: Registration,
  now: Temporal.Instant,
  said: AgeSaid | null = null,
): Promise<void> {
  if (current.status === 'confirmed' || current.status === 'held') return
  if (meeting.status === 'cancelled') throw new Refusal('registration.cancelled')
  if (!offerStands(current, meeting, now)) throw new Refusal('registration.offer-over')
  await seat(tx, project, meeting, said ? await keepAge(tx, project, meeting, current, said, now) : current, now)
}

/** Once, and never over what is known already. */
async function keepAge(
  tx: Tx,
  project: Project,
  meeting: Meeting,
  current: Registration,
  said: AgeSaid,
  now: Temporal.Instant,
): Promise<Registration> {
  if (current.ageBand !== null) return current
  const { birthYear, ageBand } = said
  await tx.update(registrations).set({ birthYear, ageBand }).where(eq(registrations.id, current.id))
  const aged = { ...current, birthYear, ageBand }
  await keepAgeSaid(tx, project, meeting, aged, said, now)
  return aged
}

/** An organiser's choice of who gets a free place next: offered like any other. */
export async function promote(
  db: Database,
  project: Project,
  meeting: Meeting,
  registration: Pick<Registration, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const current = (await registrationOf(tx, meeting, registration.id)) ?? notFound()
      if (current.status !== 'waiting') return
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      if (!takesOffers(fresh, now)) throw new Refusal('registration.no-offers')
      if (!fits(await roomOf(tx, fresh), current)) throw new Refusal('registration.no-free-place')
      await offerPlace(tx, project, fresh, current, now, by)
      await record(tx, 'registration.offered', by, { project, meeting }, now)
    },
    { touches: placesOf(project), lock: meeting.id },
  )
}

/**
 * Ends the kept places whose deadline has passed, and offers them on; of those that are still to be told of it, the time
 * begins anew. For the clockwork.
 */
export async function lapsePlaces(db: Database, now: Temporal.Instant): Promise<void> {
  for (const { project, meeting } of await meetingsWithLapsed(db, now)) {
    await db.transact(
      async (tx) => {
        const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
        if (fresh.status !== 'published') return
        const untold = await untoldIn(tx, fresh)
        for (const current of await lapsedIn(tx, fresh, now)) {
          const heldUntil = deadlineAnew(fresh, current, now)
          const isUntold = untold.has(current.id) && Temporal.Instant.compare(now, heldUntil) < 0
          if (isUntold) await become(tx, fresh, current, { heldUntil }, now, null)
          else await lapse(tx, project, fresh, current, now)
        }
        await offerFreedPlaces(tx, project, fresh, now)
      },
      { touches: placesOf(project), lock: meeting.id },
    )
  }
}

async function lapse(tx: Tx, project: Project, meeting: Meeting, current: Registration, now: Temporal.Instant) {
  const lapsed = await become(tx, meeting, current, { status: 'lapsed' }, now, null)
  await tell(tx, 'lapsed', project, meeting, lapsed, now, { was: current.status })
  await tellOfLapse(tx, project, meeting, lapsed, now)
}

function offerStands({ status, heldUntil }: Registration, meeting: Meeting, now: Temporal.Instant): boolean {
  if ((status !== 'offered' && status !== 'invited') || heldUntil === null) return false
  return meeting.status === 'postponed' || Temporal.Instant.compare(now, heldUntil) <= 0
}
