import fc from 'fast-check'
import { expect, test } from 'vitest'
import { days as dayRows } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { applied } from '../../server/agenda/applied.ts'
import { editSlot } from '../../server/agenda/edit-slot.ts'
import { moveSlot } from '../../server/agenda/move-slot.ts'
import { pinSlot, unpinSlot } from '../../server/agenda/pin-slot.ts'
import { placeSlot } from '../../server/agenda/place-slot.ts'
import { inFives } from '../../server/agenda/placing.ts'
import { type DraftAgenda, draftAgenda, lastStep, type SpokenSlot } from '../../server/agenda/queries.ts'
import { removeSlot } from '../../server/agenda/remove-slot.ts'
import { addRoom, removeRoom } from '../../server/agenda/rooms.ts'
import { turned } from '../../server/agenda/rows.ts'
import { stretchSlot } from '../../server/agenda/stretch-slot.ts'
import { byPosition, sharesLane, type TimedSlot, timetable } from '../../server/agenda/timetable.ts'
import { redo, undo } from '../../server/agenda/undo.ts'
import { warningsOf } from '../../server/agenda/warnings.ts'
import { world } from '../world.ts'
import { type Drawn, draw, emptyDraft, placeOf } from './drafting.ts'
import { rowsOf, story } from './plan.ts'
import { numbered, type Stroke, strokes } from './strokes.ts'

const drawings = fc.record({
  days: fc.integer({ min: 1, max: 3 }),
  rooms: fc.integer({ min: 1, max: 4 }),
  strokes: strokes(25),
})
const many = { numRuns: 600 }

/** Draws them one after another; `look` sees each before and after. */
function drawAll(
  { days, rooms, strokes }: { days: number; rooms: number; strokes: Stroke[] },
  look: (before: DraftAgenda, drawn: Drawn, stroke: Stroke) => void = () => {},
): { draft: DraftAgenda; drawn: Drawn[] } {
  let draft = emptyDraft(days, rooms)
  const drawn = strokes.map((stroke, i) => {
    const one = draw(draft, stroke, i)
    look(draft, one, stroke)
    draft = one.draft
    return one
  })
  return { draft, drawn }
}

test('no two slots of a day overlap in a room unless one is pinned, and every overlap is warned of on both', () => {
  const property = fc.property(drawings, (drawing) => {
    const { days, slots } = drawAll(drawing).draft
    const timed = timetable(days, slots)
    const warnings = warningsOf(days, timed, [])
    const isWarned = (slot: SpokenSlot, other: SpokenSlot) =>
      warnings.get(slot.id)?.some((warning) => warning.kind === 'overlap' && warning.with.id === other.id)
    for (const [slot, other] of pairs(timed).filter(overlap)) {
      if (slot.dayId === other.dayId) expect(slot.pinnedAt ?? other.pinnedAt).not.toBeNull()
      expect([isWarned(slot, other), isWarned(other, slot)]).toEqual([true, true])
    }
  })
  fc.assert(property, many)
})

test('pins never move unless they are moved themselves, and start when they say', () => {
  const property = fc.property(drawings, (drawing) => {
    drawAll(drawing, (before, { draft: after, about }) => {
      for (const slot of before.slots.filter(({ id, pinnedAt }) => pinnedAt && id !== about)) {
        const now = timetable(after.days, after.slots).find(({ id }) => id === slot.id)
        expect([now?.pinnedAt, now?.startsAt]).toEqual([slot.pinnedAt, slot.pinnedAt])
      }
    })
  })
  fc.assert(property, many)
})

test('gaps hold: what precedes a slot is over so many minutes before it, or more where it waits for others', () => {
  const property = fc.property(drawings, (drawing) => {
    const { days, slots } = drawAll(drawing).draft
    for (const day of days) {
      const timed = timetable([day], slots).toSorted(byPosition)
      const isFree = timed.every(({ pinnedAt }) => pinnedAt === null)
      timed.forEach((slot, i) => {
        if (slot.pinnedAt) return
        const ahead = timed.slice(0, i).filter((other) => sharesLane(other, slot))
        const reached = [day.startsAt, ...ahead.map(({ endsAt }) => endsAt)].reduce(later)
        const waited = reached.until(slot.startsAt).total('minutes')
        if (isFree) expect(waited).toBe(slot.gapMinutes)
        expect(waited).toBeGreaterThanOrEqual(slot.gapMinutes)
      })
    }
  })
  fc.assert(property, many)
})

test('what happens to one slot leaves the others as they are: their order in a room, their length, and no gap grows', () => {
  const property = fc.property(drawings, (drawing) => {
    drawAll(drawing, (before, { draft: after, about }) => {
      const order = (of: DraftAgenda, roomId: string | null, dayId: string | null) =>
        of.slots
          .filter((slot) => slot.id !== about && slot.dayId === dayId && sharesLane(slot, { roomId }))
          .filter((slot) => roomId !== null || slot.roomId === null)
          .toSorted(byPosition)
          .map(({ id }) => id)
      for (const dayId of [null, ...before.days.map(({ id }) => id)])
        for (const roomId of [null, ...before.rooms.map(({ id }) => id)])
          expect(order(after, roomId, dayId)).toEqual(order(before, roomId, dayId))
      for (const slot of before.slots.filter(({ id }) => id !== about)) {
        const now = after.slots.find(({ id }) => id === slot.id)
        expect(now).toMatchObject({ minutes: slot.minutes, roomId: slot.roomId, dayId: slot.dayId })
        expect(now?.gapMinutes).toBeLessThanOrEqual(slot.gapMinutes)
      }
    })
  })
  fc.assert(property, many)
})

test('what is placed at a time starts then, or as soon as what precedes it is over', () => {
  const property = fc.property(drawings, (drawing) => {
    drawAll(drawing, (before, { draft: after, about }, stroke) => {
      if (stroke.do !== 'place') return
      const slot = before.slots.find(({ id }) => id === about)
      const at = slot && placeOf(before, slot, stroke).at
      if (!at || !slot) return
      const timed = timetable(after.days, after.slots).toSorted(byPosition)
      const placed = timed.find(({ id }) => id === about)
      if (slot.pinnedAt) return expect(placed?.startsAt).toEqual(inFives(at))
      const isEarly = Temporal.Instant.compare(placed?.startsAt ?? at, inFives(at)) < 0
      expect(isEarly).toBe(false)
      if (placed && placed.gapMinutes > 0) expect(placed.startsAt).toEqual(inFives(at))
    })
  })
  fc.assert(property, many)
})

test('undoing everything restores the exact state, and doing it again the other', () => {
  const property = fc.property(drawings, (drawing) => {
    const states = [emptyDraft(drawing.days, drawing.rooms)]
    const { draft, drawn } = drawAll(drawing, (_, one) => states.push(one.draft))
    let now = draft
    for (const [i, { rows }] of [...drawn.entries()].toReversed()) {
      now = applied(now, turned(rows))
      expect(whole(now)).toEqual(whole(states[i] ?? draft))
    }
    for (const { rows } of drawn) now = applied(now, rows)
    expect(whole(now)).toEqual(whole(draft))
  })
  fc.assert(property, many)
})

test('in the database too, over every verb, undone and done again step by step', async () => {
  const { db, project, kickoff, organiser: by, now } = await world()
  const sunday = {
    meetingId: kickoff.id,
    startsAt: kickoff.startsAt.add({ hours: 24 }),
    endsAt: kickoff.endsAt.add({ hours: 24 }),
  }
  await db.transact((tx) => tx.insert(dayRows).values(sunday), { touches: 'everything' })
  for (const name of ['Zāle', 'Studija']) await addRoom(db, project, kickoff, { lv: name }, by, now)
  const property = fc.asyncProperty(strokes(10), async (all) => {
    const states = [await rowsOf(db)]
    const counts = [await lastStep(db, kickoff)]
    for (const stroke of all) {
      await perform(stroke)
      const step = await lastStep(db, kickoff)
      if (step === counts.at(-1)) continue
      counts.push(step)
      states.push(await rowsOf(db))
    }
    for (const state of states.slice(0, -1).toReversed()) {
      expect((await undo(db, project, kickoff, by, now)).conflict).toBeNull()
      expect(await rowsOf(db)).toEqual(state)
    }
    for (const state of states.slice(1)) {
      expect((await redo(db, project, kickoff, by, now)).conflict).toBeNull()
      expect(await rowsOf(db)).toEqual(state)
    }
  })
  await fc.assert(property, { numRuns: 8, endOnFailure: true })

  async function perform(stroke: Stroke): Promise<void> {
    const draft = await draftAgenda(db, kickoff)
    const roomOf = (number: number) => numbered(draft.rooms, number)?.id ?? null
    if (stroke.do === 'add') {
      const where = { dayId: numbered(draft.days, stroke.day)?.id ?? null, roomId: roomOf(stroke.room) }
      const input = story(`Stāsts ${draft.slots.length}`, { ...where, minutes: stroke.minutes, gapMinutes: stroke.gap })
      await addSlot(db, project, kickoff, { ...input, speakers: stroke.gap > 15 ? ['Noor'] : [] }, by, now)
      return
    }
    const slot = numbered(draft.slots, stroke.slot + 1)
    if (!slot) return
    const input = { ...slot, speakers: slot.speakers.map(({ name }) => name) }
    if (stroke.do === 'place') await placeSlot(db, project, kickoff, slot, placeOf(draft, slot, stroke), by, now)
    if (stroke.do === 'stretch') await stretchSlot(db, project, kickoff, slot, stroke.minutes, by, now)
    if (stroke.do === 'earlier' || stroke.do === 'later') await moveSlot(db, project, kickoff, slot, stroke.do, by, now)
    if (stroke.do === 'pin') await pinSlot(db, project, kickoff, slot, by, now)
    if (stroke.do === 'unpin') await unpinSlot(db, project, kickoff, slot, by, now)
    if (stroke.do === 'remove') await removeSlot(db, project, kickoff, slot, by, now)
    if (stroke.do === 'gap')
      await editSlot(db, project, kickoff, slot, { ...input, gapMinutes: stroke.minutes, speakers: ['Sami'] }, by, now)
    const last = draft.rooms.at(-1)
    if (stroke.do !== 'room') return
    if (stroke.room === 4 && last) await removeRoom(db, project, kickoff, last, by, now)
    else await editSlot(db, project, kickoff, slot, { ...input, roomId: roomOf(stroke.room) }, by, now)
  }
}, 60_000)

function whole({ slots }: DraftAgenda) {
  return slots.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function pairs<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((one, i) => all.slice(i + 1).map((other): [T, T] => [one, other]))
}

function overlap([a, b]: [TimedSlot<SpokenSlot>, TimedSlot<SpokenSlot>]): boolean {
  const starts = later(a.startsAt, b.startsAt)
  const ends = later(a.endsAt, b.endsAt) === a.endsAt ? b.endsAt : a.endsAt
  return sharesLane(a, b) && Temporal.Instant.compare(starts, ends) < 0
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? b : a
}
