import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { locales } from '../../db/languages.ts'
import { guardianConsents, speakers } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { removeSlot } from '../../server/agenda/remove-slot.ts'
import { addRoom } from '../../server/agenda/rooms.ts'
import { signedInAs, testApp, world } from '../world.ts'
import { firstDay, story } from './plan.ts'

const meeting = '/gen-y-city/kickoff'

async function evening() {
  const scene = await world()
  const { db, project, kickoff, organiser, now } = scene
  const app = await testApp(db)
  const day = await firstDay(db, kickoff)
  const hall = await addRoom(db, project, kickoff, { lv: 'Zāle', en: 'Hall' }, organiser, now)
  const add = (lv: string, details = {}) =>
    addSlot(db, project, kickoff, story(lv, { dayId: day.id, roomId: hall.id, ...details }), organiser, now)
  const release = () => releaseAgenda(db, project, kickoff, organiser, now)
  const page = async (slot: string, locale = 'en') => await app.inject(`${meeting}/${slot}?lang=${locale}`)
  return { ...scene, app, hall, add, release, page }
}

test('a slot’s page says what, when, where and who, what is around it, and puts it into calendars', async () => {
  const { db, project, add, release, page } = await evening()
  await add('Atklāšana', { type: 'talk' })
  await add('Luna', {
    type: 'workshop',
    minutes: 45,
    summary: { lv: 'No idejas.', en: 'From the idea.' },
    speakers: ['Noor'],
  })
  await add('Imbir')
  const said = {
    bio: { en: 'Tells stories.' },
    links: [{ label: 'Blog', url: 'https://example.org/noor' }],
    pictureId: 'p1',
  }
  await db.transact((tx) => tx.update(speakers).set(said).where(eq(speakers.name, 'Noor')), { touches: project.id })
  await release()
  const { statusCode, body } = await page('luna')
  expect(statusCode).toBe(200)
  for (const part of [
    'Saturday, 12 December 2026',
    '<time datetime="2026-12-12T17:10+02:00">17:10</time>–<time datetime="2026-12-12T17:55+02:00">17:55</time>',
    'Eastern European Standard Time',
    'Workshop · 45 min',
    'Hall',
    'From the idea.',
    'Tells stories.',
    'alt="Picture of Noor"',
    'href="https://example.org/noor" rel="nofollow ugc noreferrer"',
    `href="${meeting}/luna/calendar.ics"`,
    'https://calendar.google.com/',
    `href="${meeting}/atklasana"`,
    `href="${meeting}/imbir"`,
  ])
    expect(body).toContain(part)
  const data = JSON.parse(/<script type="application\/ld\+json">(.*)<\/script>/.exec(body)?.[1] ?? '{}')
  expect(data).toMatchObject({
    '@type': 'Event',
    startDate: '2026-12-12T17:10+02:00',
    endDate: '2026-12-12T17:55+02:00',
    location: { name: 'Hall, Youth House' },
    performer: [{ name: 'Noor' }],
    superEvent: { name: 'Kick-off' },
  })
})

test('a minor’s picture is shown only when a guardian agreed to it too', async () => {
  const { db, project, now, add, release, page } = await evening()
  await add('Luna', { speakers: ['Noor'] })
  const answer = (pictureAgreed: boolean) =>
    db.transact(
      async (tx) => {
        const minor = { minor: true, pictureId: 'noor-picture' }
        const [noor] = await tx.update(speakers).set(minor).where(eq(speakers.name, 'Noor')).returning()
        const yes = { nameAgreed: true, pictureAgreed, answeredAt: now, askedAt: now, locale: 'lv' as const }
        await tx.delete(guardianConsents)
        await tx.insert(guardianConsents).values({ ...yes, speakerId: `${noor?.id}` })
      },
      { touches: project.id },
    )
  await answer(false)
  await release()
  expect((await page('luna')).body).toContain('Noor')
  expect((await page('luna')).body).not.toContain('noor-picture')
  await answer(true)
  expect((await page('luna')).body).toContain('/pictures/noor-picture.webp')
})

test('a link that once worked goes on saying something: the slot is no longer on the agenda', async () => {
  const { db, project, kickoff, organiser, now, add, release, page } = await evening()
  const luna = await add('Luna', { speakers: ['Noor'] })
  await add('Imbir')
  await release()
  await removeSlot(db, project, kickoff, luna, organiser, now)
  expect((await page('luna')).statusCode).toBe(200)
  await release()
  for (const _ of ['made', 'kept']) {
    const { statusCode, body } = await page('luna')
    expect(statusCode).toBe(410)
    expect(body).toContain('This is no longer on the agenda.')
    expect(body).toContain('EventCancelled')
    expect(body).not.toContain('calendar.google.com')
  }
  expect((await page('never')).statusCode).toBe(404)
})

test('what is drafted has no page', async () => {
  const { add, release, page } = await evening()
  await add('Luna')
  await release()
  await add('Noslēpums')
  await add('Skaņas pārbaude', { internal: true })
  await release()
  await add('Vēl viens')
  for (const [slot, status] of Object.entries({ noslepums: 200, 'skanas-parbaude': 404, 'vel-viens': 404 }))
    expect([slot, (await page(slot)).statusCode]).toEqual([slot, status])
})

test('other sites may show the list in a frame: no cookie, links that lead out, and the language they ask for', async () => {
  const { add, release, page } = await evening()
  await add('Luna', { title: { lv: 'Luna', en: 'The moon' }, speakers: ['Noor'] })
  await release()
  const { headers, body } = await page('embed')
  expect(headers['content-security-policy']).toContain('frame-ancestors *')
  expect([headers['x-frame-options'], headers['set-cookie']]).toEqual([undefined, undefined])
  expect(body).toContain(`<a href="http://localhost:3000${meeting}/luna?lang=en" target="_top">The moon</a>`)
  expect(body.match(/<a (?![^>]*target="_top")/g)).toBeNull()
  expect((await page('embed', 'lv')).body).toContain('>Luna</a>')
  const elsewhere = await page('luna')
  expect(elsewhere.headers['content-security-policy']).toContain("frame-ancestors 'none'")
})

test('organisers find what to paste into the other site', async () => {
  const { db, project, kickoff, organiser, now, app, add } = await evening()
  const headers = { ...(await signedInAs(db, organiser)), 'accept-language': 'en' }
  const overview = async () => (await app.inject({ url: '/organise/gen-y-city/kickoff', headers })).body
  expect(await overview()).not.toContain('&lt;iframe')
  await add('Luna')
  await releaseAgenda(db, project, kickoff, organiser, now)
  expect(await overview()).toContain(
    '&lt;iframe src=&quot;http://localhost:3000/gen-y-city/kickoff/embed?lang=en&quot;',
  )
})

test('every page of the agenda is read in four languages', async () => {
  const { add, release, page } = await evening()
  await add('Luna', { speakers: ['Noor'] })
  await release()
  const words = {
    lv: ['Ieliec savā kalendārā', 'Tagad un pēc tam', 'Pēc tam', 'Visa lapa'],
    en: ['Put it in your calendar', 'Now and next', 'Next', 'The whole page'],
    ru: ['Добавь в свой календарь', 'Сейчас и дальше', 'Дальше', 'Вся страница'],
    uk: ['Додай до свого календаря', 'Зараз і далі', 'Далі', 'Уся сторінка'],
  }
  for (const locale of locales) {
    for (const [i, path] of ['luna', 'now', 'screen', 'embed'].entries())
      expect((await page(path, locale)).body).toContain(words[locale][i])
  }
})
