import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, type Registration, workshopChoices } from '../../db/schema.ts'
import { raiseWorkshopSequences } from '../calendar/own-sequence.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { registrationOf } from '../registrations/queries.ts'
import { comeTo } from './choose.ts'
import { endChoices } from './leave.ts'
import { moveIn } from './move-in.ts'
import type { Obstacle } from './obstacle.ts'
import { type OnAgenda, workshopsOnAgenda } from './on-agenda.ts'
import { type Choice, choiceOf, choicesAt, counting } from './queries.ts'
import { tellChoosers } from './tell.ts'
import { clashing, seatsIn } from './who-moves-in.ts'

type Where = { project: Pick<Project, 'id'>; meeting: Pick<Meeting, 'id'> }
export type HandObstacle = Obstacle | { is: 'full'; left: number; seats: number }

/**
 * An organiser gives somebody a free place in a workshop, whether they chose it or not, also while it runs. Null when it
 * stands; otherwise what is in the way.
 */
export async function putIn(
  db: Database,
  { project, meeting }: Where,
  slotId: string,
  registration: Pick<Registration, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
): Promise<HandObstacle | null> {
  return await db.transact(
    async (tx) => {
      const current = (await registrationOf(tx, meeting, registration.id)) ?? notFound()
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      const workshops = await workshopsOnAgenda(tx, meeting)
      const workshop = workshops.find((one) => one.slotId === slotId) ?? notFound()
      const choices = await choicesAt(tx, meeting)
      const known = choices.find((one) => one.slotId === slotId && one.registration.id === current.id)
      if (known?.status === 'in') return null
      const obstacle = obstacleByHand(workshop, current, choices, workshops)
      if (obstacle) return obstacle
      const place = and(eq(workshopChoices.slotId, slotId), eq(workshopChoices.registrationId, current.id))
      const counts = and(place, inArray(workshopChoices.status, [...counting]))
      if (known) await tx.update(workshopChoices).set({ status: 'in', statusAt: now }).where(counts)
      else await comeTo(tx, workshop, current, now, 'in')
      await raiseWorkshopSequences(tx, [current.id])
      await tellChoosers(tx, 'workshop-in', fresh, [{ slotId, registration: current }], now)
      await record(tx, 'workshop.put-in', by, { project, meeting }, now, { title: JSON.stringify(workshop.slot.title) })
      return null
    },
    { touches: project.id, lock: meeting.id },
  )
}

/** An organiser ends somebody's choice; they hear of it, and the next in line moves in. */
export async function takeOut(
  db: Database,
  { project, meeting }: Where,
  slot: { id: string; title: object },
  registration: Pick<Registration, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const current = (await registrationOf(tx, meeting, registration.id)) ?? notFound()
      const choice = await choiceOf(tx, current, slot.id)
      if (!choice) return
      await endChoices(tx, { registration: current, slotId: slot.id }, now)
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      const told = { slotId: slot.id, registration: current, facts: { was: choice.status } }
      await tellChoosers(tx, 'workshop-out', fresh, [told], now)
      await record(tx, 'workshop.taken-out', by, { project, meeting }, now, { title: JSON.stringify(slot.title) })
      await moveIn(tx, meeting, now)
    },
    { touches: project.id, lock: meeting.id },
  )
}

function obstacleByHand(
  workshop: OnAgenda,
  registration: Registration,
  choices: readonly Choice[],
  workshops: readonly OnAgenda[],
): HandObstacle | null {
  if (registration.status !== 'confirmed') return { is: 'no-place' }
  const inside = choices.filter(({ status }) => status === 'in')
  const other = clashing(workshop, registration, inside, workshops)
  if (other) return { is: 'overlap', with: other }
  const left = Math.max(0, workshop.places - seatsIn(workshop, inside))
  return registration.seats > left ? { is: 'full', left, seats: registration.seats } : null
}
