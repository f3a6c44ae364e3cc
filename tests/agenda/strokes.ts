import fc from 'fast-check'

/** What an organiser does next. Slots, rooms and days are said by number; those that there are not are left out. */
export type Stroke =
  | { do: 'add'; day: number; room: number; minutes: number; gap: number }
  | { do: 'earlier' | 'later' | 'pin' | 'unpin' | 'remove'; slot: number }
  | { do: 'place'; slot: number; day: number; room: number; before: number | null; at: number | null }
  | { do: 'stretch'; slot: number; minutes: number }
  | { do: 'gap'; slot: number; minutes: number }
  | { do: 'room'; slot: number; room: number }

const slot = fc.nat(30)
/** 0 is the tray, or all rooms. */
const day = fc.nat(3)
const room = fc.nat(4)
const minutes = fc.integer({ min: 1, max: 36 }).map((fives) => fives * 5)
const gap = fc.nat(6).map((fives) => fives * 5)
/** In minutes after the day begins, and before it. */
const at = fc.integer({ min: -30, max: 600 })

const add = fc.record({ do: fc.constant('add' as const), day, room, minutes, gap })
const alone = fc.record({ do: fc.constantFrom('earlier' as const, 'later', 'pin', 'unpin', 'remove'), slot })
const place = fc.record({
  do: fc.constant('place' as const),
  ...{ slot, day, room, before: fc.option(slot), at: fc.option(at) },
})
const stretch = fc.record({ do: fc.constant('stretch' as const), slot, minutes })
const setGap = fc.record({ do: fc.constant('gap' as const), slot, minutes: gap })
const setRoom = fc.record({ do: fc.constant('room' as const), slot, room })

const stroke: fc.Arbitrary<Stroke> = fc.oneof(
  { weight: 5, arbitrary: add },
  { weight: 5, arbitrary: place },
  { weight: 4, arbitrary: alone },
  { weight: 2, arbitrary: stretch },
  { weight: 1, arbitrary: setGap },
  { weight: 1, arbitrary: setRoom },
)

/** A few slots to begin with, then anything. */
export const strokes = (most: number): fc.Arbitrary<Stroke[]> =>
  fc
    .tuple(fc.array(add, { minLength: 3, maxLength: 8 }), fc.array(stroke, { maxLength: most }))
    .map(([first, then]) => [...first, ...then])

/** The one of that number, going round; none for 0. */
export function numbered<T>(all: readonly T[], number: number): T | undefined {
  return number === 0 ? undefined : all[(number - 1) % all.length]
}
