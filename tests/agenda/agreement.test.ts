import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { draftAgenda } from '../../server/agenda/queries.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { removeSlot } from '../../server/agenda/remove-slot.ts'
import { addRoom } from '../../server/agenda/rooms.ts'
import { timetable } from '../../server/agenda/timetable.ts'
import { parsers } from '../calendar/parsers.ts'
import { testApp, world } from '../world.ts'
import { firstDay, story } from './plan.ts'
import { numbered } from './strokes.ts'

const kickoffPage = '/gen-y-city/kickoff'

/** Sleepovers: one on a night like any other, and those in which the clocks of Riga go forward and back. */
const nights = [
  ['a winter night', '2026-12-12T18:00:00Z'],
  ['the night to summer time', '2026-03-28T18:00:00Z'],
  ['the night to winter time', '2026-10-24T18:00:00Z'],
] as const

const planned = fc.array(
  fc.record({
    room: fc.nat(3),
    minutes: fc.integer({ min: 1, max: 40 }).map((fives) => fives * 5),
    gapMinutes: fc.nat(12).map((fives) => fives * 5),
    pin: fc.option(fc.nat(140), { freq: 6 }),
  }),
  { minLength: 4, maxLength: 9 },
)

test.each(nights)(
  'in %s the draft, the list, its grid, every slot’s page and file, and schedule.json tell the same times',
  async (_, begins) => {
    const startsAt = Temporal.Instant.from(begins)
    const scene = await world({ startsAt, endsAt: startsAt.add({ hours: 14 }) })
    const { db, project, kickoff, organiser: by, now } = scene
    const app = await testApp(db)
    const day = await firstDay(db, kickoff)
    for (const name of ['Zāle', 'Studija', 'Pagalms']) await addRoom(db, project, kickoff, { lv: name }, by, now)
    const get = async (path: string) =>
      (await app.inject({ url: kickoffPage + path, headers: { 'accept-language': 'lv' } })).body
    let grids = 0
    const property = fc.asyncProperty(planned, async (all) => {
      const { rooms, slots } = await draftAgenda(db, kickoff)
      for (const slot of slots) await removeSlot(db, project, kickoff, slot, by, now)
      for (const [i, { room, pin, ...lengths }] of all.entries()) {
        const pinnedAt = pin === null ? null : startsAt.add({ minutes: pin * 5 })
        const where = { dayId: day.id, roomId: numbered(rooms, room)?.id ?? null, pinnedAt }
        await addSlot(db, project, kickoff, story(`Stāsts ${i}`, { ...where, ...lengths }), by, now)
      }
      await releaseAgenda(db, project, kickoff, by, now)
      const draft = await draftAgenda(db, kickoff)
      const truth = timetable(draft.days, draft.slots)
      const page = await get('')
      expect(listed(page)).toEqual(new Map(truth.map(({ slug, startsAt }) => [slug, startsAt.epochMilliseconds])))
      for (const lines of gridded(page)) {
        const times = lines.map(({ slug, from, to }) => ({ from, to, slot: truth.find((one) => one.slug === slug) }))
        const moments = [...new Set(times.flatMap(({ slot }) => ends(slot)))].sort((a, b) => a - b)
        grids += times.length > 0 ? 1 : 0
        for (const { from, to, slot } of times)
          expect([from, to]).toEqual(ends(slot).map((at) => moments.indexOf(at) + 1))
      }
      expect(scheduled(JSON.parse(await get('/schedule.json')))).toEqual(
        new Map(truth.map(({ id, startsAt, minutes }) => [id, [startsAt.epochMilliseconds, minutes]])),
      )
      for (const { slug, startsAt, endsAt } of truth) {
        const file = await get(`/${slug}/calendar.ics`)
        for (const read of Object.values(parsers))
          expect(read(file)).toMatchObject([{ startsAt: startsAt.toString(), endsAt: endsAt.toString() }])
        expect(await get(`/${slug}`)).toContain(
          startsAt.toZonedDateTimeISO(kickoff.zone).toString({ timeZoneName: 'never', smallestUnit: 'minute' }),
        )
      }
    })
    await fc.assert(property, { numRuns: 6, endOnFailure: true })
    expect(grids).toBeGreaterThan(0)
  },
  60_000,
)

/** What each item of the list says, by the address within the page. */
function listed(page: string): Map<string, number> {
  const items = page.matchAll(/<li class="agenda-item[^"]*" id="([^"]+)"[^>]*>\s*<time datetime="([^"]+)">/g)
  return new Map([...items].map(([, slug = '', at = '']) => [slug, Temporal.Instant.from(at).epochMilliseconds]))
}

/** Between which lines each item of each day stands. */
function gridded(page: string) {
  return page.split('<ol class="agenda"').map((list) =>
    [...list.matchAll(/id="([^"]+)"[^>]* data-from="(\d+)" data-to="(\d+)"/g)].map(([, slug, from, to]) => ({
      ...{ slug, from: Number(from), to: Number(to) },
    })),
  )
}

type Event = { guid: string; date: string; start: string; duration: string }

function scheduled(file: { schedule: { conference: { days: { rooms: Record<string, Event[]> }[] } } }) {
  const events = file.schedule.conference.days.flatMap(({ rooms }) => Object.values(rooms).flat())
  return new Map(
    events.map(({ guid, date, start, duration }) => {
      expect(date.slice(11, 16)).toBe(start)
      const [hours = 0, minutes = 0] = duration.split(':').map(Number)
      return [guid, [Temporal.Instant.from(date).epochMilliseconds, hours * 60 + minutes]]
    }),
  )
}

function ends(slot: { startsAt: Temporal.Instant; endsAt: Temporal.Instant } | undefined): number[] {
  return slot ? [slot.startsAt.epochMilliseconds, slot.endsAt.epochMilliseconds] : []
}
