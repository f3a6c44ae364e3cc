import type { Reads } from '../../../db/open.ts'
import type { Held } from '../queries.ts'
import { standing } from './standing.ts'
import { type WhyNobodyMoves, whyTheyWait } from './why-nobody-moves.ts'

/** What the line is like for one person: why they wait, and whether places are kept for groups. */
export async function lineFor(
  db: Reads,
  { meeting, registration }: Pick<Held, 'meeting' | 'registration'>,
  now: Temporal.Instant,
): Promise<{ why: WhyNobodyMoves | null; keepsPlaces: boolean }> {
  if (registration.status !== 'waiting') return { why: null, keepsPlaces: false }
  const places = await standing(db, meeting)
  return { why: whyTheyWait(meeting, places, registration, now), keepsPlaces: places.room.reserved.size > 0 }
}
