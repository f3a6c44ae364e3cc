import type { Day, Slot } from '../../db/schema.ts'
import { later } from '../later.ts'
import type { Adjustments } from './adjust-slot.ts'
import type { ReleasedSlot } from './release.ts'
import { type PlacedSlot, sharesLane, type TimedSlot, timetable } from './timetable.ts'

type Now = Temporal.Instant
type Timed<S extends PlacedSlot> = ReadonlyMap<string, TimedSlot<S>>

/** The day that is going on, or the one whose date it is; null when it is none. */
export function dayNow<D extends Pick<Day, 'startsAt' | 'endsAt'>>(
  days: readonly D[],
  zone: string,
  now: Now,
): D | null {
  const date = (at: Now) => at.toZonedDateTimeISO(zone).toPlainDate().toString()
  const isOn = ({ startsAt, endsAt }: D) => isBy(startsAt, now) && isBy(now, endsAt)
  return days.find(isOn) ?? days.find(({ startsAt }) => date(startsAt) === date(now)) ?? null
}

/**
 * What makes all that is still to come on a day so many minutes later, up to the next pin: in each room the slot that
 * is going on gets longer, or else the gap before the next one. Caught up is only what is left: a slot does not end
 * before now, and none starts before.
 */
export function delayed<S extends PlacedSlot>(
  day: Pick<Day, 'id' | 'startsAt'>,
  slots: readonly S[],
  minutes: number,
  now: Now,
): Adjustments {
  const timed = timetable([day], slots)
  const running = timed.filter((slot) => isRunning(slot, now))
  const found = new Map<string, Partial<Slot>>(
    running.map((slot) => [slot.id, { minutes: within(elapsed(slot, now), slot.minutes + minutes) }]),
  )
  for (const next of firstToCome(timed, running, now)) {
    const shown = timetable(
      [day],
      slots.map((slot) => ({ ...slot, ...found.get(slot.id) })),
    ).find(({ id }) => id === next.id)
    if (!shown || next.pinnedAt) continue
    const wanted = shiftedStart(next.startsAt, minutes, now)
    const missing = Math.ceil(shown.startsAt.until(wanted).total('minutes'))
    found.set(next.id, { gapMinutes: within(0, next.gapMinutes + missing) })
  }
  return found
}

/**
 * The release by as much later as the draft has become. Where the two differed already nothing of the draft shows: what
 * the release has there is put off by itself.
 */
export function delayedRelease<S extends PlacedSlot>(
  released: readonly ReleasedSlot[],
  before: Timed<S>,
  after: Timed<S>,
  minutes: number,
  now: Now,
): ReleasedSlot[] {
  return released.map((slot) => {
    const [startsAt, endsAt] = [Temporal.Instant.from(slot.startsAt), Temporal.Instant.from(slot.endsAt)]
    const [known, shifted] = [before.get(slot.id), after.get(slot.id)]
    const isDrafted = known?.startsAt.equals(startsAt) && known.endsAt.equals(endsAt)
    if (isDrafted && shifted) return timesOf(slot, shifted.startsAt, shifted.endsAt)
    if (isRunning({ startsAt, endsAt }, now)) return timesOf(slot, startsAt, later(endsAt.add({ minutes }), now))
    if (slot.pinned || isBy(startsAt, now)) return slot
    const start = shiftedStart(startsAt, minutes, now)
    return timesOf(slot, start, start.add(startsAt.until(endsAt)))
  })
}

/** In each room in which nothing is going on. */
function firstToCome<S extends PlacedSlot>(
  timed: readonly TimedSlot<S>[],
  running: readonly TimedSlot<S>[],
  now: Now,
): Set<TimedSlot<S>> {
  const lanes = new Set(timed.map(({ roomId }) => roomId))
  if (lanes.size > 1) lanes.delete(null)
  const free = [...lanes].filter((roomId) => !running.some((slot) => sharesLane(slot, { roomId })))
  return new Set(
    free.flatMap((roomId) => timed.find((slot) => sharesLane(slot, { roomId }) && !isBy(slot.startsAt, now)) ?? []),
  )
}

function timesOf(slot: ReleasedSlot, startsAt: Now, endsAt: Now): ReleasedSlot {
  return { ...slot, startsAt: startsAt.toString(), endsAt: endsAt.toString() }
}

/** Never so early that it is over before anybody can be there. */
function shiftedStart(startsAt: Now, minutes: number, now: Now): Now {
  const wanted = startsAt.add({ minutes })
  return minutes < 0 ? later(wanted, now.round({ smallestUnit: 'minute', roundingMode: 'ceil' })) : wanted
}

function elapsed({ startsAt }: Pick<TimedSlot, 'startsAt'>, now: Now): number {
  return Math.max(1, Math.ceil(startsAt.until(now).total('minutes')))
}

function isRunning({ startsAt, endsAt }: Pick<TimedSlot, 'startsAt' | 'endsAt'>, now: Now): boolean {
  return isBy(startsAt, now) && !isBy(endsAt, now)
}

function isBy(at: Now, now: Now): boolean {
  return Temporal.Instant.compare(at, now) <= 0
}

function within(least: number, minutes: number): number {
  return Math.min(1440, Math.max(least, minutes))
}
