import type { Day, Slot } from '../../db/schema.ts'
import { later } from '../later.ts'

export type PlacedSlot = Pick<Slot, 'id' | 'dayId' | 'roomId' | 'position' | 'minutes' | 'gapMinutes' | 'pinnedAt'>
export type TimedSlot<S extends PlacedSlot = PlacedSlot> = S & { startsAt: Temporal.Instant; endsAt: Temporal.Instant }

/** Where each lane has got to on one day: a room's own clock, and the time that every room has reached. */
type Clocks = { everywhere: Temporal.Instant; rooms: Map<string, Temporal.Instant> }

/**
 * When every slot starts and ends. Within its day a slot follows what precedes it in its room, after its gap, unless
 * it is pinned; one in all rooms waits for the last of them. Minutes are added to instants, so a night in which the
 * clocks change is as long as it is. Slots without a day are in the tray and have no time. Sorted as they are read.
 */
export function timetable<S extends PlacedSlot>(
  days: readonly Pick<Day, 'id' | 'startsAt'>[],
  slots: readonly S[],
): TimedSlot<S>[] {
  const ordered = slots.toSorted(byPosition)
  return days
    .flatMap((day) => {
      const ofDay = ordered.filter((slot) => slot.dayId === day.id)
      return runThrough(day.startsAt, ofDay).timed
    })
    .toSorted(byTime)
}

/** The order in which they begin. As numbers: comparing instants takes ten times as long, and there may be hundreds. */
export function byTime(a: Pick<TimedSlot, 'startsAt'>, b: Pick<TimedSlot, 'startsAt'>): number {
  return a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds
}

/** The order in which organisers put them, whatever their times. */
export function byPosition(a: Pick<Slot, 'position' | 'id'>, b: Pick<Slot, 'position' | 'id'>): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1)
}

/** Two slots that one room must hold one after the other. */
export function sharesLane(a: Pick<Slot, 'roomId'>, b: Pick<Slot, 'roomId'>): boolean {
  return a.roomId === null || b.roomId === null || a.roomId === b.roomId
}

/** The time that a lane has reached after these slots of a day, in their order. */
export function laneClock(
  start: Temporal.Instant,
  slots: readonly PlacedSlot[],
  roomId: string | null,
): Temporal.Instant {
  return clockOf(runThrough(start, slots).clocks, { roomId })
}

function runThrough<S extends PlacedSlot>(start: Temporal.Instant, slots: readonly S[]) {
  const clocks: Clocks = { everywhere: start, rooms: new Map() }
  const timed = slots.map((slot) => {
    const startsAt = slot.pinnedAt ?? clockOf(clocks, slot).add({ minutes: slot.gapMinutes })
    const endsAt = startsAt.add({ minutes: slot.minutes })
    advance(clocks, slot, endsAt)
    return { ...slot, startsAt, endsAt }
  })
  return { clocks, timed }
}

function clockOf({ everywhere, rooms }: Clocks, { roomId }: Pick<PlacedSlot, 'roomId'>): Temporal.Instant {
  if (roomId === null) return [...rooms.values()].reduce(later, everywhere)
  return later(everywhere, rooms.get(roomId) ?? everywhere)
}

/** Never back: a slot pinned before what precedes it overlaps, but what follows still waits for both. */
function advance(clocks: Clocks, slot: PlacedSlot, end: Temporal.Instant): void {
  const reached = later(clockOf(clocks, slot), end)
  if (slot.roomId === null) clocks.everywhere = reached
  else clocks.rooms.set(slot.roomId, reached)
}
