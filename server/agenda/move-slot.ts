import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Slot } from '../../db/schema.ts'
import { type Adjustments, adjustSlot } from './adjust-slot.ts'
import type { Outcome, Seen } from './change-draft.ts'
import { positionsFor } from './position.ts'
import { byPosition, type PlacedSlot, sharesLane } from './timetable.ts'

export type Way = 'earlier' | 'later'

/**
 * Past its neighbour that shares a room with it. The first of a day goes to the end of the day before, the last to the
 * beginning of the next one; a pinned slot stays on its day.
 */
export async function moveSlot(
  db: Database,
  project: Project,
  meeting: Meeting,
  slot: Pick<Slot, 'id'>,
  way: Way,
  by: Organiser,
  now: Temporal.Instant,
  seen: Seen = null,
): Promise<Outcome<undefined>> {
  return await adjustSlot(db, project, meeting, slot, by, now, seen, ({ days, slots }, known) =>
    moved(days, slots, known, way),
  )
}

export function moved<S extends PlacedSlot>(
  days: readonly { id: string }[],
  slots: readonly S[],
  slot: S,
  way: Way,
): Adjustments {
  const beside = besideIt(slots, slot, slot.dayId)
  const neighbour = nearest(beside, slot, way)
  if (neighbour) return between(beside, slot, beside.indexOf(neighbour) + (way === 'later' ? 1 : 0))
  const here = days.findIndex(({ id }) => id === slot.dayId)
  const day = here === -1 ? undefined : days[here + (way === 'later' ? 1 : -1)]
  if (!day || slot.pinnedAt) return new Map()
  const there = besideIt(slots, slot, day.id)
  const found = between(there, { ...slot, dayId: day.id }, way === 'later' ? 0 : there.length)
  return new Map([...found, [slot.id, { ...found.get(slot.id), dayId: day.id }]])
}

function besideIt<S extends PlacedSlot>(slots: readonly S[], { id }: S, dayId: string | null): S[] {
  return slots.filter((other) => other.id !== id && other.dayId === dayId).toSorted(byPosition)
}

function nearest<S extends PlacedSlot>(beside: readonly S[], slot: S, way: Way): S | undefined {
  const sharing = beside.filter((other) => sharesLane(other, slot))
  if (way === 'later') return sharing.find((other) => byPosition(slot, other) < 0)
  return sharing.findLast((other) => byPosition(other, slot) < 0)
}

function between<S extends PlacedSlot>(beside: readonly S[], slot: S, index: number): Adjustments {
  const positions = positionsFor(beside.toSpliced(index, 0, slot), new Set([slot.id]))
  return new Map([...positions].map(([id, position]) => [id, { position }]))
}
