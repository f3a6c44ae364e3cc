import sharp from 'sharp'
import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { projects } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { editMeeting } from '../../server/meetings/edit-meeting.ts'
import { daysOf } from '../../server/meetings/queries.ts'
import { register } from '../../server/registrations/register.ts'
import { noor, sami } from '../cast.ts'
import { readsOf } from '../reads.ts'
import { addMeeting, now, testApp, world } from '../world.ts'
import { asItIs, at } from './input.ts'

const path = '/gen-y-city/kickoff'
const english = `${path}?lang=en`

test('the first things one reads are when, where and how many places are left', async () => {
  const { db, project, kickoff } = await world({
    accessNotes: { en: 'No steps' },
    onlineUrl: 'https://meet.example.org/x',
  })
  await register(db, project, kickoff, { ...noor, groupId: null }, now)
  const app = await testApp(db)
  const { statusCode, body, headers } = await app.inject(english)
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(body).toContain(
    '<time datetime="2026-12-12T17:00+02:00">17:00</time>–<time datetime="2026-12-12T19:30+02:00">19:30</time>',
  )
  for (const said of ['Saturday, 12 December 2026', 'Eastern European Standard Time', 'Youth House', 'No steps'])
    expect(body).toContain(said)
  expect(body).toContain('29 places left of 30')
  expect(body).toContain('<a class="button" href="/gen-y-city/kickoff/register">')
  expect(body).toContain('href="https://meet.example.org/x"')
  expect(body.match(/<script(?! type="application\/ld\+json")/)).toBeNull()
})

const window = { opensAt: at('2026-11-25T09:00'), closesAt: at('2026-12-11T12:00') }
test.each([
  ['before registration opens', window, '2026-11-24T12:00', 'Registration opens', false],
  ['while it is open', window, '2026-11-26T12:00', 'No account. 20 seconds.', true],
  ['after it has closed', window, '2026-12-11T12:00', 'Registration has closed', false],
  ['when it is over', {}, '2026-12-12T19:30', 'It has taken place', false],
  ['when it is cancelled', { status: 'cancelled' }, '2026-11-24T12:00', 'Called off', false],
  ['when it is postponed', { status: 'postponed' }, '2026-11-24T12:00', 'Postponed', false],
] as const)('%s the page says so', async (_, details, time, said, open) => {
  const { db } = await world(details)
  const app = await testApp(db)
  app.clock.now = at(time)
  const { body } = await app.inject(english)
  expect(body).toContain(said)
  expect(body.includes('href="/gen-y-city/kickoff/register"')).toBe(open)
})

test('a full meeting offers the waiting list, and says how long it is', async () => {
  const { db, project, kickoff } = await world({ capacity: 1 })
  for (const person of [noor, sami]) await register(db, project, kickoff, { ...person, groupId: null }, now)
  const app = await testApp(db)
  const { body } = await app.inject(english)
  for (const said of ['All places are taken', 'Join the waiting list', 'One person is waiting.'])
    expect(body).toContain(said)
})

test('the page is kept until the meeting changes, or time passes', async () => {
  const { db, project, kickoff, owner } = await world(window)
  const app = await testApp(db)
  app.clock.now = at('2026-11-26T12:00')
  const first = await app.inject(english)
  const reads = await readsOf(async () => {
    expect((await app.inject({ url: english, headers: { 'if-none-match': first.headers.etag } })).statusCode).toBe(304)
  })
  expect(reads).toBe(0)
  await editMeeting(db, project, kickoff, { ...asItIs(kickoff), title: { en: 'Moved' } }, owner, now)
  expect((await app.inject(english)).body).toContain('Moved')
  app.clock.now = window.closesAt
  expect((await app.inject(english)).body).toContain('Registration has closed')
})

test('drafts and meetings of hidden projects are not there', async () => {
  const { db, project } = await world()
  await addMeeting(db, project, { slug: 'draft', number: 2, status: 'draft' })
  const app = await testApp(db)
  for (const url of ['/gen-y-city/draft', '/gen-y-city/draft/card.png', '/gen-y-city/nothing', '/other-city/kickoff'])
    expect([url, (await app.inject(url)).statusCode]).toEqual([url, 404])
  await db.transact((tx) => tx.update(projects).set({ publishedAt: null }).where(eq(projects.id, project.id)), {
    touches: project.id,
  })
  for (const url of [path, `${path}/card.png`]) expect([url, (await app.inject(url)).statusCode]).toEqual([url, 404])
})

test('search engines are told in their own words', async () => {
  const { db } = await world({ title: { en: 'Stories </script><b>' }, onlineUrl: 'https://meet.example.org/x' })
  const app = await testApp(db)
  const { body } = await app.inject(english)
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? []
  const home = 'http://localhost:3000'
  expect(JSON.parse(json)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: 'Stories </script><b>',
    description: 'The first meeting.',
    startDate: '2026-12-12T17:00+02:00',
    endDate: '2026-12-12T19:30+02:00',
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    location: [
      { '@type': 'Place', name: 'Youth House', address: 'Parādes iela 1, Daugavpils' },
      { '@type': 'VirtualLocation', url: 'https://meet.example.org/x' },
    ],
    organizer: { '@type': 'Organization', name: 'Gen-Y City', url: `${home}/gen-y-city` },
    offers: {
      '@type': 'Offer',
      price: 0,
      priceCurrency: 'EUR',
      availability: 'https://schema.org/InStock',
      url: `${home}${path}/register`,
    },
    image: [`${home}${path}/card.png?lang=en`],
    inLanguage: ['lv', 'en'],
    url: home + path,
  })
})

test('a description is Markdown without HTML, pictures or weight for what it links to', async () => {
  const text =
    '# Head\n\n**bold** https://example.org/a\n\n<b>not</b> ![x](https://example.org/x.png) [y](javascript:alert)'
  const { db } = await world({ description: { en: text } })
  const app = await testApp(db)
  const { body } = await app.inject(english)
  const [, prose = ''] = /<div class="prose stack">(.*?)<\/div>/s.exec(body) ?? []
  expect(prose).toContain('<h3>Head</h3>')
  expect(prose).toContain('<strong>bold</strong> <a href="https://example.org/a" rel="nofollow">')
  expect(prose).toContain('&lt;b&gt;not&lt;/b&gt;')
  expect(prose).not.toMatch(/<img|<b>|href="javascript/)
})

test('what is missing in a language is shown in another, and marked', async () => {
  const { db } = await world({ title: { lv: 'Atklāšana' }, description: { lv: 'Nāc!' } })
  const app = await testApp(db)
  const { body } = await app.inject(english)
  expect(body).toMatch(/<h1><span lang="lv">Atklāšana<\/span>/)
  expect(body).toContain('<div class="prose stack" lang="lv">')
})

test('neighbours in the series lead to each other, drafts between them left out', async () => {
  const { db, project } = await world()
  await addMeeting(db, project, { slug: 'unborn', number: 2, status: 'draft' })
  await addMeeting(db, project, { slug: 'second', number: 3 })
  const app = await testApp(db)
  expect((await app.inject(english)).body).toContain('href="/gen-y-city/second"')
  expect((await app.inject('/gen-y-city/second')).body).toContain(`href="${path}"`)
  expect((await app.inject(english)).body).not.toContain('unborn')
})

test('three stories are read as often as one', async () => {
  const { db, project, kickoff, owner } = await world()
  const app = await testApp(db)
  const [day] = await daysOf(db, kickoff)
  const story = { type: 'story', summary: {}, minutes: 10, gapMinutes: 0, roomId: null, pinnedAt: null } as const
  const readsAfter = async (titles: string[]) => {
    for (const title of titles) {
      const slot = {
        ...story,
        title: { en: title },
        dayId: day?.id ?? null,
        internal: false,
        speakers: [`${title} team`],
      }
      await addSlot(db, project, kickoff, slot, owner, now)
    }
    await releaseAgenda(db, project, kickoff, owner, now)
    return await readsOf(async () => {
      const { body } = await app.inject(english)
      for (const title of titles) expect(body).toContain(`${title} team`)
    })
  }
  const one = await readsAfter(['Luna'])
  expect(await readsAfter(['Bats', 'Createam'])).toBe(one)
})

test('its picture is a PNG of the size that link previews want', async () => {
  const { db } = await world()
  const app = await testApp(db)
  const { rawPayload, headers } = await app.inject(`${path}/card.png`)
  expect(headers['content-type']).toBe('image/png')
  expect(await sharp(rawPayload).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  const again = await app.inject({ url: `${path}/card.png`, headers: { 'if-none-match': headers.etag } })
  expect(again.statusCode).toBe(304)
  const story = await app.inject(`${path}/card.png?shape=story`)
  expect(await sharp(story.rawPayload).metadata()).toMatchObject({ width: 1080, height: 1920 })
})
