import { differences } from './draft-changes.ts'
import type { PlannedSlot } from './release.ts'

/** What became of one slot from one agenda to another: new without `before`, gone without `after`. */
export type Compared =
  | { before: PlannedSlot; after: PlannedSlot }
  | { before: null; after: PlannedSlot }
  | { before: PlannedSlot; after: null }

/** What differs between two agendas, slot by slot, each where it is now, or else where it was. */
export function compare(before: readonly PlannedSlot[], after: readonly PlannedSlot[]): Compared[] {
  const kept = after.flatMap((slot): Compared[] => {
    const known = before.find(({ id }) => id === slot.id)
    if (!known) return [{ before: null, after: slot }]
    return differences(known, slot).length > 0 ? [{ before: known, after: slot }] : []
  })
  const gone = before.filter(({ id }) => !after.some((slot) => slot.id === id))
  return [...kept, ...gone.map((slot): Compared => ({ before: slot, after: null }))].toSorted(byTime)
}

function byTime(one: Compared, other: Compared): number {
  return Temporal.Instant.compare(startOf(one), startOf(other))
}

function startOf({ before, after }: Compared): Temporal.Instant {
  return Temporal.Instant.from((after ?? before).startsAt)
}
