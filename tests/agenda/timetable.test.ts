import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PlacedSlot, sharesLane, timetable } from '../../server/agenda/timetable.ts'

const start = Temporal.Instant.from('2026-12-12T15:00:00Z')
const days = [
  { id: 'saturday', startsAt: start },
  { id: 'sunday', startsAt: start.add({ hours: 24 }) },
]

test('a story follows what precedes it in its room', () => {
  const slots = [slot('opening', { roomId: 'hall', minutes: 10 }), slot('luna', { roomId: 'hall', minutes: 15 })]
  expect(clock(slots)).toEqual({ opening: '15:00–15:10', luna: '15:10–15:25' })
})

test('rooms have clocks of their own', () => {
  const slots = [slot('talk', { roomId: 'hall', minutes: 20 }), slot('createam', { roomId: 'studio', minutes: 45 })]
  expect(clock(slots)).toEqual({ talk: '15:00–15:20', createam: '15:00–15:45' })
})

test('a break in all rooms waits for the last of them, and everything waits for it', () => {
  const slots = [
    slot('talk', { roomId: 'hall', minutes: 20 }),
    slot('createam', { roomId: 'studio', minutes: 45 }),
    slot('tea', { minutes: 15 }),
    slot('solyanka', { roomId: 'hall', minutes: 10 }),
    slot('bats', { roomId: 'cellar', minutes: 10 }),
  ]
  expect(clock(slots)).toMatchObject({ tea: '15:45–16:00', solyanka: '16:00–16:10', bats: '16:00–16:10' })
})

test('a gap is left before a slot, a pin wins over everything', () => {
  const slots = [
    slot('opening', { minutes: 10 }),
    slot('luna', { minutes: 10, gapMinutes: 5 }),
    slot('photo', { minutes: 10, gapMinutes: 5, pinnedAt: start.add({ minutes: 60 }) }),
    slot('farewell', { minutes: 10 }),
  ]
  expect(clock(slots)).toEqual({
    opening: '15:00–15:10',
    luna: '15:15–15:25',
    photo: '16:00–16:10',
    farewell: '16:10–16:20',
  })
})

test('what follows a slot that is pinned too early waits for whatever it overlaps', () => {
  const slots = [
    slot('opening', { minutes: 60 }),
    slot('photo', { minutes: 10, pinnedAt: start.add({ minutes: 20 }) }),
    slot('farewell', { minutes: 10 }),
  ]
  expect(clock(slots)).toEqual({ opening: '15:00–16:00', photo: '15:20–15:30', farewell: '16:00–16:10' })
})

test('each day begins anew, and the tray has no time', () => {
  const slots = [slot('opening'), slot('tour', { dayId: 'sunday' }), slot('imbir', { dayId: null })]
  expect(timetable(days, slots).map(({ id, startsAt }) => [id, startsAt.toString()])).toEqual([
    ['opening', '2026-12-12T15:00:00Z'],
    ['tour', '2026-12-13T15:00:00Z'],
  ])
})

describe.each([
  { night: 'spring', from: '2026-03-29T02:30[Europe/Riga]', ends: '2026-03-29T04:30' },
  { night: 'autumn', from: '2026-10-25T03:30+03:00[Europe/Riga]', ends: '2026-10-25T03:30' },
])('the night in which the clocks change in $night', ({ from, ends }) => {
  test('an hour lasts an hour', () => {
    const startsAt = Temporal.ZonedDateTime.from(from).toInstant()
    const [night] = timetable([{ id: 'saturday', startsAt }], [slot('vigil', { minutes: 60 })])
    expect(night?.startsAt.until(night.endsAt).total('minutes')).toBe(60)
    const local = night?.endsAt.toZonedDateTimeISO('Europe/Riga').toPlainDateTime()
    expect(local?.toString({ smallestUnit: 'minute' })).toBe(ends)
  })
})

describe('whatever is planned', () => {
  test('nothing overlaps in its room unless it is pinned so', () => {
    fc.assert(
      fc.property(agendas, (slots) => {
        const unpinned = timetable(days, slots).filter(({ pinnedAt }) => pinnedAt === null)
        for (const a of unpinned)
          for (const b of unpinned)
            if (a !== b && a.dayId === b.dayId && sharesLane(a, b)) expect(isBefore(a, b) || isBefore(b, a)).toBe(true)
      }),
    )
  })

  test('what comes later in the order never starts before the end of what precedes it, pins aside', () => {
    fc.assert(
      fc.property(agendas, (slots) => {
        const timed = timetable(days, slots)
        for (const a of timed)
          for (const b of timed)
            if (b.pinnedAt === null && a.dayId === b.dayId && sharesLane(a, b) && a.position < b.position)
              expect(minutesUntil(a.endsAt, b.startsAt)).toBeGreaterThanOrEqual(b.gapMinutes)
      }),
    )
  })

  test('a pinned slot starts at its pin', () => {
    fc.assert(
      fc.property(agendas, (slots) => {
        for (const { pinnedAt, startsAt } of timetable(days, slots)) expect(startsAt).toEqual(pinnedAt ?? startsAt)
      }),
    )
  })

  test('every slot keeps its length, and only the tray has no time', () => {
    fc.assert(
      fc.property(agendas, (slots) => {
        const timed = timetable(days, slots)
        for (const { startsAt, endsAt, minutes } of timed) expect(minutesUntil(startsAt, endsAt)).toBe(minutes)
        expect(timed.length).toBe(slots.filter(({ dayId }) => dayId !== null).length)
      }),
    )
  })

  test('the order in which rows are read changes nothing', () => {
    fc.assert(
      fc.property(agendas, (slots) => {
        expect(clock(slots.toReversed())).toEqual(clock(slots))
      }),
    )
  })
})

describe('stretching one slot', () => {
  test('moves what follows it in its room by as much', () => {
    fc.assert(
      fc.property(oneRoom, fc.nat(), fc.integer({ min: 1, max: 120 }), (slots, choice, minutes) => {
        const chosen = choice % slots.length
        const before = timetable(days, slots)
        const after = timetable(days, stretched(slots, chosen, minutes))
        const moves = before.map((slot, i) => minutesUntil(slot.startsAt, after[i]?.startsAt ?? slot.startsAt))
        expect(moves).toEqual(before.map((_, i) => (i > chosen ? minutes : 0)))
      }),
    )
  })

  test('moves nothing pinned, nothing before it, nothing back, and nothing by more', () => {
    fc.assert(
      fc.property(agendas, fc.nat(), fc.integer({ min: 1, max: 120 }), (slots, choice, minutes) => {
        const chosen = choice % slots.length
        const after = new Map(
          timetable(days, stretched(slots, chosen, minutes)).map((slot) => [slot.id, slot.startsAt]),
        )
        for (const { id, startsAt, pinnedAt, position } of timetable(days, slots)) {
          const move = minutesUntil(startsAt, after.get(id) ?? startsAt)
          if (pinnedAt !== null || position <= chosen) expect(move).toBe(0)
          expect(move).toBeGreaterThanOrEqual(0)
          expect(move).toBeLessThanOrEqual(minutes)
        }
      }),
    )
  })
})

const places = { dayId: fc.constantFrom('saturday', 'sunday', null), roomId: fc.constantFrom('hall', 'studio', null) }
const lengths = { minutes: fc.integer({ min: 1, max: 180 }), gapMinutes: fc.constantFrom(0, 0, 5) }
const pin = fc.option(
  fc.integer({ min: -60, max: 600 }).map((minutes) => start.add({ minutes })),
  { freq: 4 },
)

const agendas = fc
  .array(fc.record({ ...places, ...lengths, pinnedAt: pin }), { minLength: 1, maxLength: 20 })
  .map((rows) => rows.map((row, position) => slot(String(position), { ...row, position })))

const oneRoom = fc
  .array(fc.record(lengths), { minLength: 1, maxLength: 15 })
  .map((rows) => rows.map((row, position) => slot(String(position), { ...row, roomId: 'hall', position })))

let last = 0
function slot(id: string, details: Partial<PlacedSlot> = {}): PlacedSlot {
  last += 1
  return { id, dayId: 'saturday', roomId: null, position: last, minutes: 10, gapMinutes: 0, pinnedAt: null, ...details }
}

function stretched(slots: readonly PlacedSlot[], chosen: number, by: number): PlacedSlot[] {
  return slots.map((one, i) => (i === chosen ? { ...one, minutes: one.minutes + by } : one))
}

function clock(slots: readonly PlacedSlot[]): Record<string, string> {
  const shown = (at: Temporal.Instant) => at.toString().slice(11, 16)
  return Object.fromEntries(
    timetable(days, slots).map(({ id, startsAt, endsAt }) => [id, `${shown(startsAt)}–${shown(endsAt)}`]),
  )
}

function isBefore(a: { endsAt: Temporal.Instant }, b: { startsAt: Temporal.Instant }): boolean {
  return minutesUntil(a.endsAt, b.startsAt) >= 0
}

function minutesUntil(from: Temporal.Instant, to: Temporal.Instant): number {
  return from.until(to).total('minutes')
}
