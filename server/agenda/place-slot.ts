import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Slot } from '../../db/schema.ts'
import { notFound } from '../refusal.ts'
import { adjustSlot } from './adjust-slot.ts'
import type { Outcome, Seen } from './change-draft.ts'
import { type Place, placed } from './placing.ts'
import { sharesLane } from './timetable.ts'

/** Puts a slot on a day and in a room, or into the tray. Its time goes by what then precedes it, unless one is given. */
export async function placeSlot(
  db: Database,
  project: Project,
  meeting: Meeting,
  slot: Pick<Slot, 'id'>,
  place: Place,
  by: Organiser,
  now: Temporal.Instant,
  seen: Seen = null,
): Promise<Outcome<undefined>> {
  return await adjustSlot(db, project, meeting, slot, by, now, seen, ({ days, rooms, slots }, known) => {
    if (place.dayId !== null && !days.some(({ id }) => id === place.dayId)) notFound()
    if (place.roomId !== null && !rooms.some(({ id }) => id === place.roomId)) notFound()
    const next = slots.find(({ id }) => id === place.before)
    const isBeside = next?.dayId === place.dayId && (place.dayId === null || sharesLane(next, place)) && next !== known
    return placed(days, slots, known, { ...place, before: isBeside ? (next?.id ?? null) : null })
  })
}
