import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, type Slot, slots } from '../../db/schema.ts'
import { notFound } from '../refusal.ts'
import { changeDraft } from './change-draft.ts'
import { byPosition, sharesLane } from './timetable.ts'

export type Way = 'earlier' | 'later'
type Ordered = Pick<Slot, 'id' | 'dayId' | 'roomId' | 'position'>

/** Past its neighbour of the same day that shares a room with it; the first stays first and the last stays last. */
export async function moveSlot(
  db: Database,
  project: Project,
  meeting: Meeting,
  { id }: Pick<Slot, 'id'>,
  way: Way,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await changeDraft(db, { project, meeting }, by, now, async (tx, draft) => {
    const slot = draft.slots.find((one) => one.id === id) ?? notFound()
    const order = moved(draft.slots, slot, way)
    for (const [i, { id: at, position }] of order.entries()) {
      if (position !== i + 1)
        await tx
          .update(slots)
          .set({ position: i + 1 })
          .where(eq(slots.id, at))
    }
    const hasMoved = neighbour(draft.slots, slot, way) !== undefined
    return { result: undefined, what: hasMoved ? slot.title : null }
  })
}

/** What it would change places with, if anything. */
export function neighbour<S extends Ordered>(all: readonly S[], slot: Ordered, way: Way): S | undefined {
  const sorted = all.toSorted(byPosition)
  const index = sorted.findIndex(({ id }) => id === slot.id)
  const beside = way === 'earlier' ? sorted.slice(0, index).reverse() : sorted.slice(index + 1)
  return beside.find((other) => other.dayId === slot.dayId && sharesLane(other, slot))
}

function moved<S extends Ordered>(all: readonly S[], slot: S, way: Way): S[] {
  const rest = all.toSorted(byPosition).filter((other) => other !== slot)
  const beside = neighbour(all, slot, way)
  if (!beside) return all.toSorted(byPosition)
  const place = rest.indexOf(beside) + (way === 'later' ? 1 : 0)
  return rest.toSpliced(place, 0, slot)
}
