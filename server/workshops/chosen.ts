import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Registration, type WorkshopChoice, workshopChoices } from '../../db/schema.ts'
import { type OnAgenda, workshopsOnAgenda } from './on-agenda.ts'
import { counting } from './queries.ts'
import { overlap } from './span.ts'

export type Chosen = OnAgenda & Pick<WorkshopChoice, 'status'>

/** What one person chose, in the order of the agenda, and whether there is anything to choose. */
export async function chosenBy(
  db: Reads,
  registration: Pick<Registration, 'id' | 'meetingId'>,
): Promise<{ chosen: Chosen[]; isChoice: boolean }> {
  const workshops = await workshopsOnAgenda(db, { id: registration.meetingId })
  if (workshops.length === 0) return { chosen: [], isChoice: false }
  const { registrationId, slotId, status } = workshopChoices
  const choices = await db
    .select({ slotId, status })
    .from(workshopChoices)
    .where(and(eq(registrationId, registration.id), inArray(status, [...counting])))
  const chosen = workshops.flatMap((workshop) =>
    choices
      .filter((choice) => choice.slotId === workshop.slotId)
      .map((choice) => ({ ...workshop, status: choice.status })),
  )
  return { chosen, isChoice: true }
}

/** Pairs that nobody can be at both of, since a release moved one of them. */
export function clashesIn(chosen: readonly Chosen[]): [Chosen, Chosen][] {
  return chosen.flatMap((one, i) =>
    chosen
      .slice(i + 1)
      .filter((other) => overlap(one.slot, other.slot))
      .map((other): [Chosen, Chosen] => [one, other]),
  )
}
