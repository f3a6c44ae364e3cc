import type { Day, Slot } from '../../db/schema.ts'
import { later } from '../later.ts'
import { positionsFor } from './position.ts'
import { byPosition, laneClock, type PlacedSlot, sharesLane, type TimedSlot, timetable } from './timetable.ts'

/** Where a slot is to go: before another one of its lane, or at a time, or (with neither) to the end. */
export type Place = {
  /** Null: the tray. */
  dayId: string | null
  roomId: string | null
  before?: string | null
  at?: Temporal.Instant | null
}
type Planned = Pick<Day, 'id' | 'startsAt'>
type Order<S> = { ahead: S[]; behind: S[]; timed: ReadonlyMap<string, TimedSlot<S & PlacedSlot>> }
type Placed = Map<string, Partial<Slot>>

/** What changes when a slot goes to that place: its own columns, and as little as possible of the others'. */
export function placed<S extends PlacedSlot>(
  days: readonly Planned[],
  slots: readonly S[],
  slot: S,
  place: Place,
): Placed {
  const order = orderAround(days, slots, slot, place)
  const where = whereabouts(days, order, slot, place)
  const moved = { ...slot, ...where }
  const positions = positionsFor([...order.ahead, moved, ...order.behind], new Set([slot.id, ...leaping(order)]))
  const found: Placed = new Map([...positions].map(([id, position]) => [id, { position }]))
  found.set(slot.id, { ...where, ...found.get(slot.id) })
  const day = days.find(({ id }) => id === place.dayId)
  if (!day || !place.at) return found
  for (const [id, gapMinutes] of shrunkenGaps(day, order, moved)) found.set(id, { ...found.get(id), gapMinutes })
  return found
}

/** To the nearest five minutes, as agendas have it. */
export function inFives(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'minute', roundingIncrement: 5 })
}

/** The others of that day in the order in which they stand, before the newcomer and after it, with the times they had. */
function orderAround<S extends PlacedSlot>(
  days: readonly Planned[],
  slots: readonly S[],
  { id }: S,
  place: Place,
): Order<S> {
  const beside = slots.filter((other) => other.id !== id && other.dayId === place.dayId).toSorted(byPosition)
  const timed = new Map(timetable(days, slots).map((other) => [other.id, other]))
  const isCut = cutting(timed, place)
  if (place.roomId !== null || place.dayId === null) {
    const first = beside.findIndex((other) => isCut(other))
    const index = first === -1 ? beside.length : first
    return { ahead: beside.slice(0, index), behind: beside.slice(index), timed }
  }
  return { ...parted(beside, isCut), timed }
}

/** Whether a slot comes after the newcomer. */
function cutting<S extends PlacedSlot>(timed: ReadonlyMap<string, TimedSlot<S>>, place: Place): (slot: S) => boolean {
  const { before, roomId } = place
  const at = place.at ?? (before && roomId === null ? timed.get(before)?.startsAt : null)
  return (slot) => {
    if (slot.id === before) return true
    const known = timed.get(slot.id)
    if (!at || !known || !sharesLane(slot, { roomId })) return false
    return Temporal.Instant.compare(middle(known), at) > 0
  }
}

/** In every room some stand before and some after; whatever follows one that stands after does so too. */
function parted<S extends PlacedSlot>(beside: readonly S[], isCut: (slot: S) => boolean) {
  const [ahead, behind]: [S[], S[]] = [[], []]
  for (const slot of beside) {
    const follows = isCut(slot) || behind.some((other) => sharesLane(other, slot))
    ;(follows ? behind : ahead).push(slot)
  }
  return { ahead, behind }
}

/** Those ahead that stood behind one that now comes after the newcomer. */
function leaping<S extends PlacedSlot>({ ahead, behind }: Order<S>): string[] {
  const [first] = behind.toSorted(byPosition)
  return first ? ahead.filter((slot) => byPosition(first, slot) < 0).map(({ id }) => id) : []
}

/** A pin goes along to a time, and is none any more on another day or in the tray. */
function whereabouts<S extends PlacedSlot>(
  days: readonly Planned[],
  { ahead }: Pick<Order<S>, 'ahead'>,
  slot: S,
  { dayId, roomId, at }: Place,
) {
  const day = days.find(({ id }) => id === dayId)
  if (!day || !at) return { dayId, roomId, pinnedAt: dayId === slot.dayId ? slot.pinnedAt : null }
  if (slot.pinnedAt) return { dayId, roomId, pinnedAt: inFives(at) }
  const free = laneClock(day.startsAt, ahead, roomId).until(inFives(at)).total('minutes')
  return { dayId, roomId, pinnedAt: null, gapMinutes: Math.min(1440, Math.max(0, Math.floor(free))) }
}

/** What stood at its time stays there, as long as the gap before it has room for the newcomer. */
function shrunkenGaps<S extends PlacedSlot>(
  day: Planned,
  { ahead, behind, timed }: Order<S>,
  moved: S,
): Map<string, number> {
  const shrunken = new Map<string, number>()
  for (const next of followers(behind, moved)) {
    const known = timed.get(next.id)
    if (!known || next.pinnedAt || next.gapMinutes === 0) continue
    const upTo = behind
      .slice(0, behind.indexOf(next))
      .map((slot) => ({ ...slot, gapMinutes: shrunken.get(slot.id) ?? slot.gapMinutes }))
    const clock = later(laneClock(day.startsAt, [...ahead, moved, ...upTo], next.roomId), day.startsAt)
    const pushed = known.startsAt.until(clock.add({ minutes: next.gapMinutes })).total('minutes')
    if (pushed > 0) shrunken.set(next.id, Math.max(0, next.gapMinutes - Math.ceil(pushed)))
  }
  return shrunken
}

/** The next one in each lane that the newcomer stands in. */
function followers<S extends PlacedSlot>(behind: readonly S[], moved: S): S[] {
  const found: S[] = []
  for (const slot of behind) {
    if (sharesLane(slot, moved) && !found.some((other) => sharesLane(other, slot))) found.push(slot)
  }
  return found
}

function middle({ startsAt, minutes }: TimedSlot): Temporal.Instant {
  return startsAt.add({ seconds: minutes * 30 })
}
