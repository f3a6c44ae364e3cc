import type { Day } from '../../db/schema.ts'
import { type PlacedSlot, sharesLane, type TimedSlot } from './timetable.ts'

type Spoken = TimedSlot<PlacedSlot & { speakers: readonly { id: string; name: string }[] }>

export type Warning<S> =
  | { kind: 'overlap'; with: S }
  | { kind: 'speaker-elsewhere'; with: S; speaker: string }
  | { kind: 'past-the-end' | 'before-the-start' }

/** What an organiser should look at, by the id of the slot it concerns. */
export function warningsOf<S extends Spoken>(
  days: readonly Pick<Day, 'id' | 'startsAt' | 'endsAt'>[],
  timed: readonly S[],
): Map<string, Warning<S>[]> {
  const sorted = timed.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
  const found = new Map(sorted.map((slot) => [slot.id, outside<S>(days, slot)]))
  sorted.forEach((slot, i) => {
    for (const other of together(sorted, slot, i)) {
      found.get(slot.id)?.push(...clashes(slot, other))
      found.get(other.id)?.push(...clashes(other, slot))
    }
  })
  return found
}

/** The later ones that start while this one still goes on. */
function together<S extends Spoken>(sorted: readonly S[], slot: S, index: number): S[] {
  const rest = sorted.slice(index + 1)
  const free = rest.findIndex((other) => Temporal.Instant.compare(other.startsAt, slot.endsAt) >= 0)
  return free === -1 ? rest : rest.slice(0, free)
}

function clashes<S extends Spoken>(slot: S, other: S): Warning<S>[] {
  if (sharesLane(slot, other)) return [{ kind: 'overlap', with: other }]
  return slot.speakers
    .filter(({ id }) => other.speakers.some((speaker) => speaker.id === id))
    .map(({ name }) => ({ kind: 'speaker-elsewhere', with: other, speaker: name }))
}

function outside<S>(days: readonly Pick<Day, 'id' | 'startsAt' | 'endsAt'>[], slot: Spoken): Warning<S>[] {
  const day = days.find(({ id }) => id === slot.dayId)
  const warnings: Warning<S>[] = []
  if (day && Temporal.Instant.compare(slot.startsAt, day.startsAt) < 0) warnings.push({ kind: 'before-the-start' })
  if (day && Temporal.Instant.compare(slot.endsAt, day.endsAt) > 0) warnings.push({ kind: 'past-the-end' })
  return warnings
}
