import type { Database, Tx } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Registration } from '../../db/schema.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { isOver } from '../meetings/status.ts'
import { notFound, Refusal } from '../refusal.ts'
import { placesOf } from '../touch.ts'
import { knownWorkshops } from '../workshops/known.ts'
import { tell } from './letters/letters.ts'
import { become } from './places/become.ts'
import { offerFreedPlaces } from './places/waiting-list.ts'
import { isLive, registrationOf } from './queries.ts'

/**
 * Gives the place, the offer or the turn in line back; a freed place is offered at once. Throws a Refusal once the meeting
 * is over or called off: how people stood then is history.
 */
export async function cancel(
  db: Database,
  project: Project,
  meeting: Meeting,
  registration: Pick<Registration, 'id'>,
  now: Temporal.Instant,
  by: Organiser | null = null,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const current = await registrationOf(tx, meeting, registration.id)
      if (!current || !isLive(current)) return
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      if (fresh.status === 'cancelled') throw new Refusal('registration.cancelled')
      if (isOver(fresh, now)) throw new Refusal('registration.over')
      await leave(tx, project, fresh, current, now, by)
      if (by) await record(tx, 'registration.cancelled', by, { project, meeting }, now)
    },
    { touches: placesOf(project), lock: meeting.id },
  )
}

/** Where it was not said on their own page. */
export type Because = { because?: 'calendar' }

/** The same inside another deed, for whoever's place or turn is theirs to give up. */
export async function leave(
  tx: Tx,
  project: Project,
  meeting: Meeting,
  current: Registration,
  now: Temporal.Instant,
  by: Pick<Organiser, 'id'> | null = null,
  facts: Because = {},
): Promise<Registration> {
  const left = await giveUp(tx, project, meeting, current, now, by, facts)
  await offerFreedPlaces(tx, project, meeting, now)
  return left
}

/** Without offering what is freed, where more is about to be. */
export async function giveUp(
  tx: Tx,
  project: Project,
  meeting: Meeting,
  current: Registration,
  now: Temporal.Instant,
  by: Pick<Organiser, 'id'> | null,
  facts: Because = {},
): Promise<Registration> {
  const workshops = await knownWorkshops(tx, current)
  const left = await become(tx, meeting, current, { status: 'cancelled' }, now, by)
  await tell(tx, 'left', project, meeting, left, now, {
    ...{ was: current.status, workshops: workshops.join(' ') },
    ...facts,
  })
  return left
}
