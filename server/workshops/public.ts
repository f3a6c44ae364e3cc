import type { Reads } from '../../db/open.ts'
import type { Meeting } from '../../db/schema.ts'
import type { ReleasedAgenda } from '../agenda/release.ts'
import { earliest } from '../earliest.ts'
import { onAgenda } from './on-agenda.ts'
import { seatsChosen, workshopsOf } from './queries.ts'
import { hasStarted } from './span.ts'

/** How many places a workshop has left; with none, one waits. */
export type PlacesLeft = { left: number; waiting: number }
export type PublicWorkshops = {
  /** Those that can be chosen now, by the slot's id. */
  workshops: Map<string, PlacesLeft>
  /** When one of them begins, after which that is over. */
  holds: Temporal.Instant | null
}

/** What everybody sees of workshops: numbers, and nobody's name. */
export async function publicWorkshops(
  db: Reads,
  meeting: Pick<Meeting, 'id' | 'status'>,
  agenda: ReleasedAgenda | null,
  now: Temporal.Instant,
): Promise<PublicWorkshops> {
  const all = agenda && meeting.status === 'published' ? onAgenda(await workshopsOf(db, meeting), agenda.slots) : []
  const open = all.filter(({ slot }) => !hasStarted(slot, now))
  if (open.length === 0) return { workshops: new Map(), holds: null }
  const seats = await seatsChosen(db, meeting)
  const leftOf = ({ slotId, places }: (typeof open)[number]): [string, PlacesLeft] => {
    const { in: inside, waiting } = seats.get(slotId) ?? { in: 0, waiting: 0 }
    return [slotId, { left: Math.max(0, places - inside), waiting }]
  }
  const starts = open.map(({ slot }) => Temporal.Instant.from(slot.startsAt))
  return { workshops: new Map(open.map(leftOf)), holds: earliest(...starts) }
}
