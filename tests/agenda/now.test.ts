import { expect, test } from 'vitest'
import type { Meeting } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { nowAndNext } from '../../server/agenda/now-and-next.ts'
import { publicAgenda } from '../../server/agenda/queries.ts'
import { release, releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { addRoom } from '../../server/agenda/rooms.ts'
import { newManageLinks } from '../../server/registrations/links.ts'
import { register } from '../../server/registrations/register.ts'
import { noor, sami } from '../cast.ts'
import { testApp, world } from '../world.ts'
import { firstDay, story } from './plan.ts'

/** 17:00 Luna in the hall, Createam in the studio until 17:45; 17:10 Bats; 17:45 tea for all; 18:30 Imbir, pinned. */
async function evening(meeting: Partial<Meeting> = {}) {
  const scene = await world(meeting)
  const { db, project, kickoff, organiser, now } = scene
  const app = await testApp(db)
  const day = await firstDay(db, kickoff)
  const at = (minutes: number) => kickoff.startsAt.add({ minutes })
  const room = (lv: string) => addRoom(db, project, kickoff, { lv }, organiser, now)
  const [hall, studio] = [await room('Zāle'), await room('Studija')]
  const add = (lv: string, details = {}) =>
    addSlot(db, project, kickoff, story(lv, { dayId: day.id, ...details }), organiser, now)
  await add('Luna', { roomId: hall.id })
  await add('Createam', { roomId: studio.id, minutes: 45 })
  await add('Sikspārņi', { roomId: hall.id })
  await add('Tēja', { type: 'break', minutes: 15 })
  await add('Imbir', { roomId: hall.id, pinnedAt: at(90), minutes: 30 })
  await releaseAgenda(db, project, kickoff, organiser, now)
  const agenda = await publicAgenda(db, project, kickoff)
  const read = (minutes: number) => {
    const { state, current, next, until } = nowAndNext(agenda?.slots ?? [], at(minutes))
    const names = (slots: typeof current) => slots.map(({ title }) => title.lv).join(', ')
    return [state, names(current), names(next), until && kickoff.startsAt.until(until).total('minutes')]
  }
  const page = async (minutes: number, path = 'now', locale = 'en') => {
    app.clock.now = at(minutes)
    const { body } = await app.inject(`/gen-y-city/kickoff/${path}?lang=${locale}`)
    return body
      .slice(body.indexOf('<main'))
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
  }
  return { ...scene, app, at, read, page }
}

test.each([
  ['before it begins', -30, ['before', '', 'Luna, Createam, Tēja', 0]],
  ['at the first minute', 0, ['running', 'Luna, Createam', 'Sikspārņi, Tēja', 10]],
  ['when one ends and the next begins', 10, ['running', 'Createam, Sikspārņi', 'Tēja', 20]],
  ['while one room waits', 30, ['running', 'Createam', 'Tēja', 45]],
  ['in the break', 50, ['running', 'Tēja', 'Imbir', 60]],
  ['between two', 70, ['running', '', 'Imbir', 90]],
  ['when the last has ended', 120, ['over', '', '', null]],
] as const)('%s', async (_, minutes, expected) => {
  expect((await evening()).read(minutes)).toEqual(expected)
})

test('the page goes with the clock, and says in words when nothing runs', async () => {
  const { page } = await evening()
  expect(await page(-60 * 24 * 3)).toContain('We start: Saturday, 12 December 2026, 17:00. In 3 days.')
  expect(await page(-25)).toContain('We start: 17:00. In 25 minutes.')
  expect(await page(-24)).toContain('In 24 minutes.')
  expect(await page(5)).toMatch(/Now 17:00 Zāle Luna until 17:10 17:00 Studija Createam until 17:45 Next 17:10/)
  expect(await page(70)).toContain('A pause. We go on: 18:30. In 20 minutes.')
  expect(await page(130)).toContain('That was the last one.')
})

test('the hall’s screen shows the same, with a clock', async () => {
  const { page } = await evening()
  expect(await page(5, 'screen')).toMatch(
    /Kick-off 17:05 Zāle until 17:10 Luna Studija until 17:45 Createam Next 17:10/,
  )
  expect(await page(6, 'screen')).toContain('Kick-off 17:06')
  expect(await page(130, 'screen')).toMatch(/Kick-off 19:10 That was the last one/)
  expect(await page(131, 'screen')).toContain('Kick-off 19:11')
})

test('in a night in which the clocks change, everything lasts as long as it does', async () => {
  for (const startsAt of ['2027-03-28T00:30:00Z', '2026-10-25T00:30:00Z'].map(Temporal.Instant.from)) {
    const { read } = await evening({ startsAt, endsAt: startsAt.add({ hours: 3 }) })
    expect(read(9)).toEqual(['running', 'Luna, Createam', 'Sikspārņi, Tēja', 10])
    expect(read(59)).toEqual(['running', 'Tēja', 'Imbir', 60])
  }
  const spring = Temporal.Instant.from('2027-03-28T00:30:00Z')
  const { page } = await evening({ startsAt: spring, endsAt: spring.add({ hours: 3 }) })
  expect(await page(35)).toMatch(/Now 02:30 Studija Createam until 04:15 Next 04:15 Tēja/)
})

test('late, the new times are shown, and it is said that they are new', async () => {
  const { db, project, kickoff, organiser, now, page } = await evening()
  const before = await publicAgenda(db, project, kickoff)
  const moved = (at: string) => Temporal.Instant.from(at).add({ minutes: 20 }).toString()
  const slots =
    before?.slots.map((slot) => ({ ...slot, startsAt: moved(slot.startsAt), endsAt: moved(slot.endsAt) })) ?? []
  expect(await page(5)).toContain('Now 17:00')
  await db.transact((tx) => release(tx, { project, meeting: kickoff }, slots, organiser, now, { lateMinutes: 20 }), {
    touches: project.id,
  })
  expect(await page(5)).toMatch(/running a little late.*We start: 17:20. In 15 minutes./)
})

test('a called-off meeting has no now', async () => {
  const { page } = await evening({ status: 'cancelled' })
  expect(await page(5)).toContain('The meeting has been called off')
})

test('on the day those who are in see now and next on their own page, and nobody else does', async () => {
  const { db, app, at, project, kickoff, now } = await evening({ capacity: 1 })
  const pageOf = async (person: typeof noor) => {
    const { registration } = await register(db, project, kickoff, { ...person, groupId: null }, now)
    const [token] = await db.transact((tx) => newManageLinks(tx, [registration], kickoff, now), { touches: 'nothing' })
    return async (minutes: number) => {
      app.clock.now = at(minutes)
      return (await app.inject(`/mine/${token}?lang=en`)).body
    }
  }
  const [noors, samis] = [await pageOf(noor), await pageOf(sami)]
  expect(await noors(-60 * 20)).not.toContain('data-live')
  expect(await noors(5)).toContain('data-live="/gen-y-city/kickoff/live"')
  expect(await noors(5)).toContain('until 17:45')
  expect(await noors(60 * 4)).not.toContain('data-live')
  expect(await samis(-5)).not.toContain('data-live')
})
