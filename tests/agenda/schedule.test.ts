import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Meeting } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { addRoom } from '../../server/agenda/rooms.ts'
import { testApp, world } from '../world.ts'
import { firstDay, story } from './plan.ts'

const url = '/gen-y-city/kickoff/schedule.json'

async function evening(meeting: Partial<Meeting> = {}) {
  const scene = await world(meeting)
  const { db, project, kickoff, organiser, now } = scene
  const app = await testApp(db)
  const day = await firstDay(db, kickoff)
  const add = (lv: string, details = {}) =>
    addSlot(db, project, kickoff, story(lv, { dayId: day.id, ...details }), organiser, now)
  const release = () => releaseAgenda(db, project, kickoff, organiser, now)
  return { ...scene, app, day, add, release }
}

test('conference apps read the same agenda', async () => {
  const { db, app, project, kickoff, organiser, now, add, release } = await evening()
  const hall = await addRoom(db, project, kickoff, { lv: 'Zāle' }, organiser, now)
  const luna = await add('Luna', { roomId: hall.id, minutes: 75, summary: { lv: 'No idejas.' }, speakers: ['Noor'] })
  await add('Skaņas pārbaude', { internal: true })
  await add('Tēja', { type: 'break', minutes: 15 })
  await release()
  const { schedule } = published.parse((await app.inject(url)).json())
  expect(schedule).toMatchObject({ version: 'v1', base_url: 'http://localhost:3000' })
  expect(schedule.conference).toMatchObject({
    acronym: 'gen_y_city_kickoff',
    title: 'Atklāšana',
    start: '2026-12-12',
    end: '2026-12-12',
    daysCount: 1,
    time_zone_name: 'Europe/Riga',
    rooms: [{ name: 'Zāle' }, { name: 'Visas telpas' }],
  })
  expect(schedule.conference.days).toMatchObject([
    {
      index: 1,
      date: '2026-12-12',
      day_start: '2026-12-12T04:00:00+02:00',
      day_end: '2026-12-13T03:59:00+02:00',
      rooms: {
        Zāle: [
          {
            guid: luna.id,
            date: '2026-12-12T17:00:00+02:00',
            start: '17:00',
            duration: '01:15',
            room: 'Zāle',
            title: 'Luna',
            type: 'Stāsts',
            language: 'lv',
            abstract: 'No idejas.',
            url: 'http://localhost:3000/gen-y-city/kickoff/luna',
            persons: [{ public_name: 'Noor' }],
          },
        ],
        'Visas telpas': [{ title: 'Tēja', start: '18:25', duration: '00:15' }],
      },
    },
  ])
})

test('it keeps the public schema whatever is in it', async () => {
  const { app, add, release } = await evening()
  const hostile = '"><script>\u2028 %s {{x}} ’'
  await add(hostile, { summary: { lv: hostile }, speakers: [hostile, 'Noor'] })
  await release()
  const answer = await app.inject(url)
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
  const { conference } = published.parse(answer.json()).schedule
  expect(conference.days[0]?.rooms['Jaunatnes māja']?.[0]?.title).toBe(hostile)
})

test('what happens after midnight belongs to the evening before, also when the clocks change', async () => {
  const startsAt = Temporal.Instant.from('2027-03-27T20:00:00Z')
  const { app, add, release } = await evening({ startsAt, endsAt: startsAt.add({ hours: 6 }) })
  await add('Vakars', { minutes: 270 })
  await add('Nakts', { minutes: 60 })
  await release()
  const { days } = published.parse((await app.inject(url)).json()).schedule.conference
  expect(
    days.map(({ date, rooms }) => [
      date,
      Object.values(rooms)
        .flat()
        .map(({ date: at }) => at),
    ]),
  ).toEqual([['2027-03-27', ['2027-03-27T22:00:00+02:00', '2027-03-28T02:30:00+02:00']]])
  // The clocks jump from 03:00 to 04:00: this is the last minute before.
  expect(days[0]?.day_end).toBe('2027-03-28T02:59:00+02:00')
})

test('who has it already is told so, until something is released', async () => {
  const { app, add, release } = await evening()
  await add('Luna')
  await release()
  const first = await app.inject(url)
  const etag = String(first.headers.etag)
  expect(etag).toMatch(/^"[\w-]+"$/)
  expect((await app.inject(url)).body).toBe(first.body)
  expect((await app.inject({ url, headers: { 'if-none-match': etag } })).statusCode).toBe(304)
  await add('Imbir')
  expect((await app.inject({ url, headers: { 'if-none-match': etag } })).statusCode).toBe(304)
  await release()
  expect((await app.inject({ url, headers: { 'if-none-match': etag } })).statusCode).toBe(200)
})

test('there is none of a draft, and none before the first release', async () => {
  const published = await evening()
  await published.add('Luna')
  expect((await published.app.inject(url)).statusCode).toBe(404)
  const draft = await evening({ status: 'draft' })
  await draft.add('Luna')
  await draft.release()
  expect((await draft.app.inject(url)).statusCode).toBe(404)
})

/** After the schema that c3voc publishes for what frab and pretalx export (github.com/voc/schedule, validator/json). */
const event = z.object({
  id: z.int().min(1),
  guid: z.uuid(),
  logo: z.string(),
  date: z.iso.datetime({ offset: true }),
  start: z.string().regex(/^\d\d:\d\d$/),
  duration: z.string().regex(/^[0-9]+:[0-9]{2}$/),
  room: z.string(),
  slug: z.string().regex(/^[a-z0-9_-]+[a-z0-9]$/),
  url: z.url(),
  title: z.string(),
  subtitle: z.string(),
  track: z.string(),
  type: z.string(),
  language: z.string(),
  abstract: z.string(),
  description: z.string(),
  recording_license: z.string(),
  do_not_record: z.boolean(),
  persons: z.array(
    z.object({ guid: z.guid(), name: z.string(), public_name: z.string(), code: z.string().regex(/^[A-Z0-9]+$/) }),
  ),
  links: z.array(z.unknown()),
  attachments: z.array(z.unknown()),
  answers: z.array(z.unknown()),
})

const day = z.strictObject({
  index: z.int(),
  date: z.iso.date(),
  day_start: z.iso.datetime({ offset: true }),
  day_end: z.iso.datetime({ offset: true }),
  rooms: z.record(z.string(), z.array(event)),
})

const conference = z.strictObject({
  acronym: z.string().regex(/^[a-z0-9_-][a-z0-9_]{3,}(-2[0-9]{3}-[a-z]+)?$/),
  title: z.string(),
  start: z.iso.date(),
  end: z.iso.date(),
  daysCount: z.int(),
  timeslot_duration: z.string(),
  time_zone_name: z.string().regex(/^([A-Z][a-z]+\/[A-Z][a-z]+)|UTC$/),
  rooms: z.array(z.strictObject({ name: z.string(), guid: z.guid(), description: z.null(), capacity: z.null() })),
  days: z.array(day),
})

const published = z.strictObject({
  $schema: z.string(),
  generator: z.object({ name: z.string(), url: z.url({ hostname: /./ }) }),
  schedule: z.object({ version: z.string(), base_url: z.url({ hostname: /./ }), conference }),
})
