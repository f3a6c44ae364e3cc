import type { Database, Tx } from '../../db/open.ts'
import type { Meeting, Registration } from '../../db/schema.ts'
import { workshopChoices } from '../../db/schema.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { registrationOf } from '../registrations/queries.ts'
import { moveIn } from './move-in.ts'
import { type Obstacle, obstacleTo } from './obstacle.ts'
import { type OnAgenda, workshopsOnAgenda } from './on-agenda.ts'
import { choicesAt, lastArrivalAt } from './queries.ts'
import { tellChosen } from './tell-chosen.ts'

/**
 * Signs a whole party up for a workshop: it takes part if its seats fit, and else waits. Null when it stands, also when
 * it was so before; otherwise what is in the way, and nothing is written.
 */
export async function choose(
  db: Database,
  meeting: Pick<Meeting, 'id' | 'projectId'>,
  registration: Pick<Registration, 'id'>,
  slotId: string,
  now: Temporal.Instant,
): Promise<Obstacle | null> {
  return await db.transact(
    async (tx) => {
      const current = (await registrationOf(tx, meeting, registration.id)) ?? notFound()
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      const workshops = await workshopsOnAgenda(tx, meeting)
      const workshop = workshops.find((one) => one.slotId === slotId) ?? notFound()
      const choices = await choicesAt(tx, meeting)
      const known = choices.some((one) => one.slotId === slotId && one.registration.id === current.id)
      if (known) return null
      const obstacle = obstacleTo(workshop, current, { meeting: fresh, workshops, choices }, now)
      if (obstacle) return obstacle
      const choice = await comeTo(tx, workshop, current, now)
      const moved = await moveIn(tx, fresh, now, [choice])
      if (moved.includes(choice)) await tellChosen(tx, fresh, current, { slotId, was: 'out' }, now)
      return null
    },
    { touches: meeting.projectId, lock: meeting.id },
  )
}

/** To the end of the line; whether they need to stand there is `moveIn`'s business. Returns the choice's id. */
export async function comeTo(
  tx: Tx,
  workshop: Pick<OnAgenda, 'slotId'>,
  registration: Pick<Registration, 'id'>,
  now: Temporal.Instant,
  status: 'in' | 'waiting' = 'waiting',
): Promise<string> {
  const arrival = (await lastArrivalAt(tx, workshop)) + 1
  const place = { slotId: workshop.slotId, registrationId: registration.id }
  const row = { ...place, arrival, status, statusAt: now }
  const [made = notFound()] = await tx.insert(workshopChoices).values(row).returning()
  return made.id
}
