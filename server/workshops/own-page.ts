import type { Reads } from '../../db/open.ts'
import type { WorkshopChoice } from '../../db/schema.ts'
import type { Held } from '../registrations/queries.ts'
import { type Obstacle, obstacleTo } from './obstacle.ts'
import { type OnAgenda, workshopsOnAgenda } from './on-agenda.ts'
import { type Choice, choicesAt } from './queries.ts'
import { hasEnded } from './span.ts'
import { clashing, seatsIn } from './who-moves-in.ts'

/** A workshop as somebody sees it who may choose it: numbers of the others, and no names. */
export type OwnWorkshop = OnAgenda & {
  left: number
  /** How many people wait for it. */
  waiting: number
  choice: Exclude<WorkshopChoice['status'], 'left'> | null
  /** Their place in its line, from 1. */
  position: number | null
  /** Why it cannot be chosen. */
  obstacle: Obstacle | null
  /** Another of their choices, which a later release has put at the same time. */
  clash: OnAgenda | null
  over: boolean
}

/** The workshops of a meeting before one registration, in the order of the agenda. */
export async function ownWorkshops(
  db: Reads,
  held: Omit<Held, 'project'>,
  now: Temporal.Instant,
): Promise<OwnWorkshop[]> {
  const { meeting, registration } = held
  const workshops = await workshopsOnAgenda(db, meeting)
  if (workshops.length === 0) return []
  const choices = await choicesAt(db, meeting)
  return workshops.map((workshop) => {
    const its = choices.filter(({ slotId }) => slotId === workshop.slotId)
    const own = its.find((choice) => choice.registration.id === registration.id) ?? null
    return {
      ...workshop,
      ...roomIn(workshop, its),
      choice: own && (own.status === 'in' ? 'in' : 'waiting'),
      position: own?.status === 'waiting' ? ahead(its, own) + 1 : null,
      obstacle: own ? null : obstacleTo(workshop, registration, { meeting, workshops, choices }, now),
      clash: (own && clashing(workshop, registration, choices, workshops)) ?? null,
      over: hasEnded(workshop.slot, now),
    }
  })
}

function roomIn(workshop: OnAgenda, its: readonly Choice[]): { left: number; waiting: number } {
  const [inside, waiting] = [its.filter(({ status }) => status === 'in'), its.filter(({ status }) => status !== 'in')]
  return { left: Math.max(0, workshop.places - seatsIn(workshop, inside)), waiting: seatsIn(workshop, waiting) }
}

function ahead(its: readonly Choice[], own: Choice): number {
  return its.filter(({ status, arrival }) => status === 'waiting' && arrival < own.arrival).length
}
