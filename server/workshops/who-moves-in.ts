import type { OnAgenda } from './on-agenda.ts'
import type { Choice } from './queries.ts'
import { hasStarted, overlap } from './span.ts'

type Chosen = Pick<Choice, 'id' | 'slotId' | 'status' | 'arrival'> & { registration: { id: string; seats: number } }

/**
 * Who gets a place by now: in each workshop that has not begun the first who wait and fit, a party as a whole, unless
 * they take part in another at that time. Whoever does not fit holds nobody up.
 */
export function whoMovesIn<C extends Chosen>(
  workshops: readonly OnAgenda[],
  choices: readonly C[],
  now: Temporal.Instant,
): C[] {
  const inside = choices.filter(({ status }) => status === 'in')
  const moving: C[] = []
  for (const workshop of workshops.filter(({ slot }) => !hasStarted(slot, now))) {
    let left = workshop.places - seatsIn(workshop, inside)
    for (const choice of choices.filter((one) => one.status === 'waiting' && one.slotId === workshop.slotId)) {
      if (choice.registration.seats > left) continue
      if (clashing(workshop, choice.registration, [...inside, ...moving], workshops)) continue
      left -= choice.registration.seats
      moving.push(choice)
    }
  }
  return moving
}

/** Counted from the choices each time, never kept up and down. */
export function seatsIn({ slotId }: Pick<OnAgenda, 'slotId'>, inside: readonly Chosen[]): number {
  return inside.filter((one) => one.slotId === slotId).reduce((sum, { registration }) => sum + registration.seats, 0)
}

/** The first of a person's other choices at the time of this one. */
export function clashing(
  { slotId, slot }: Pick<OnAgenda, 'slotId' | 'slot'>,
  person: { id: string },
  choices: readonly Chosen[],
  workshops: readonly OnAgenda[],
): OnAgenda | undefined {
  const others = choices.filter((one) => one.registration.id === person.id && one.slotId !== slotId)
  return workshops.find((other) => others.some((one) => one.slotId === other.slotId) && overlap(slot, other.slot))
}
