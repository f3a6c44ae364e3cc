import type { Meeting, Registration } from '../../db/schema.ts'
import type { OnAgenda } from './on-agenda.ts'
import type { Choice } from './queries.ts'
import { hasStarted } from './span.ts'
import { clashing } from './who-moves-in.ts'

/** Why somebody cannot choose a workshop now. */
export type Obstacle = { is: 'no-place' | 'closed' | 'started' | 'too-big' } | { is: 'overlap'; with: OnAgenda }

type Around = { meeting: Pick<Meeting, 'status'>; workshops: readonly OnAgenda[]; choices: readonly Choice[] }

/** Null: nothing is in the way, but that it may be full, and then one waits. */
export function obstacleTo(
  workshop: OnAgenda,
  registration: Pick<Registration, 'id' | 'status' | 'seats'>,
  { meeting, workshops, choices }: Around,
  now: Temporal.Instant,
): Obstacle | null {
  if (registration.status !== 'confirmed') return { is: 'no-place' }
  if (meeting.status !== 'published') return { is: 'closed' }
  if (hasStarted(workshop.slot, now)) return { is: 'started' }
  // They would wait for ever.
  if (registration.seats > workshop.places) return { is: 'too-big' }
  const other = clashing(workshop, registration, choices, workshops)
  return other ? { is: 'overlap', with: other } : null
}
