import { and, eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Registration } from '../../db/schema.ts'
import { registrations } from '../../db/schema.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { notFound, Refusal } from '../refusal.ts'
import { end } from './cancel.ts'
import { tell } from './letters.ts'
import { lapsedOffers, meetingsWithLapsedOffers, registrationOf } from './queries.ts'
import { standing } from './seats.ts'
import { offerFreedPlaces, offerPlace, takesOffers } from './waiting-list.ts'

/** Takes the offered place; throws a Refusal once the offer has run out or been given on. */
export async function accept(
  db: Database,
  project: Project,
  meeting: Meeting,
  registration: Pick<Registration, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const current = (await registrationOf(tx, meeting, registration.id)) ?? notFound()
      if (current.status === 'confirmed') return
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      if (!offerStands(current, fresh, now)) throw new Refusal('registration.offer-over')
      const [taken] = await tx
        .update(registrations)
        .set({ status: 'confirmed', statusAt: now, heldUntil: null })
        .where(and(eq(registrations.id, current.id), eq(registrations.status, 'offered')))
        .returning()
      if (taken) await tell(tx, 'confirmation', project, fresh, taken, now)
    },
    { touches: project.id, lock: meeting.id },
  )
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
      if ((await standing(tx, fresh)).taken >= fresh.capacity) throw new Refusal('registration.no-free-place')
      await offerPlace(tx, project, fresh, current, now)
      await record(tx, 'registration.offered', by, { project, meeting }, now)
    },
    { touches: project.id, lock: meeting.id },
  )
}

/** Ends the offers whose deadline has passed, and makes the next ones. For the clockwork. */
export async function lapseOffers(db: Database, now: Temporal.Instant): Promise<void> {
  for (const { project, meeting } of await meetingsWithLapsedOffers(db, now)) {
    await db.transact(
      async (tx) => {
        const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
        if (fresh.status !== 'published') return
        for (const offered of await lapsedOffers(tx, fresh, now)) {
          const lapsed = await end(tx, fresh, offered, 'lapsed', now)
          await tell(tx, 'lapsed', project, fresh, lapsed, now)
        }
        await offerFreedPlaces(tx, project, fresh, now)
      },
      { touches: project.id, lock: meeting.id },
    )
  }
}

function offerStands({ status, heldUntil }: Registration, meeting: Meeting, now: Temporal.Instant): boolean {
  if (status !== 'offered' || heldUntil === null) return false
  return meeting.status === 'postponed' || Temporal.Instant.compare(now, heldUntil) <= 0
}
