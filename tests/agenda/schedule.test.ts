import { expect, test } from 'vitest'
import { z } from 'zod'
import { eq } from '../../db/drizzle.ts'
import { guardianConsents, type Meeting, speakers } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { addRoom } from '../../server/agenda/rooms.ts'
import { testApp, world } from '../world.ts'
import { firstDay, story } from './plan.ts'
import { complaintsAbout } from './schedule-schema.ts'

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
  const { schedule } = reading((await app.inject(url)).json())
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
  const { conference } = reading(answer.json()).schedule
  expect(conference.days[0]?.rooms['Jaunatnes māja']?.[0]?.title).toBe(hostile)
})

test('what happens after midnight belongs to the evening before, also when the clocks change', async () => {
  const startsAt = Temporal.Instant.from('2027-03-27T20:00:00Z')
  const { app, add, release } = await evening({ startsAt, endsAt: startsAt.add({ hours: 6 }) })
  await add('Vakars', { minutes: 270 })
  await add('Nakts', { minutes: 60 })
  await release()
  const { days } = reading((await app.inject(url)).json()).schedule.conference
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

test('a release is called as its organisers called it, and speakers bring what they said of themselves', async () => {
  const { db, app, project, kickoff, organiser, now, add } = await evening()
  await add('Luna', { speakers: ['Noor', 'Sami'] })
  const profile = { bio: { lv: 'Stāsta stāstus.' }, links: [{ label: 'Blogs', url: 'https://example.org/noor' }] }
  await db.transact(
    async (tx) => {
      await tx
        .update(speakers)
        .set({ ...profile, pictureId: 'noor-picture' })
        .where(eq(speakers.name, 'Noor'))
      const set = { minor: true, pictureId: 'sami-picture' }
      const [sami] = await tx.update(speakers).set(set).where(eq(speakers.name, 'Sami')).returning()
      const yes = { nameAgreed: true, pictureAgreed: false, answeredAt: now, askedAt: now, locale: 'lv' as const }
      await tx.insert(guardianConsents).values({ ...yes, speakerId: `${sami?.id}` })
    },
    { touches: project.id },
  )
  await releaseAgenda(db, project, kickoff, organiser, now, { name: 'Ar jauno zāli' })
  const answer = await app.inject(url)
  const { version, conference } = reading(answer.json()).schedule
  expect(version).toBe('Ar jauno zāli')
  const [noor, sami] = conference.days[0]?.rooms['Jaunatnes māja']?.[0]?.persons ?? []
  expect(noor).toMatchObject({
    name: 'Noor',
    biography: 'Stāsta stāstus.',
    avatar: 'http://localhost:3000/pictures/noor-picture.webp',
    links: [{ title: 'Blogs', url: 'https://example.org/noor' }],
  })
  expect(sami?.name).toBe('Sami')
  expect(answer.body).not.toContain('sami-picture')
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

/** Looked at by the validator first, then read as far as the tests ask. */
function reading(file: unknown) {
  expect(complaintsAbout(file)).toEqual([])
  return read.parse(file)
}

const event = z.looseObject({
  title: z.string(),
  date: z.string(),
  persons: z.array(z.looseObject({ name: z.string() })),
})
const day = z.looseObject({ date: z.string(), day_end: z.string(), rooms: z.record(z.string(), z.array(event)) })
const read = z.object({
  schedule: z.looseObject({ version: z.string(), conference: z.looseObject({ days: z.array(day) }) }),
})
