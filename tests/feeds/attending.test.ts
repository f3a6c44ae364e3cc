import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { and, eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { letters, registrations } from '../../db/schema.ts'
import { postponeMeeting } from '../../server/meetings/postpone-meeting.ts'
import { correctAddress } from '../../server/registrations/correct-address.ts'
import { registrationWriters } from '../../server/registrations/letters/letters.ts'
import { newManageLinks } from '../../server/registrations/links.ts'
import { register } from '../../server/registrations/register.ts'
import { parsers } from '../calendar/parsers.ts'
import { liga, noor, sami, type Young } from '../cast.ts'
import { dump } from '../dump.ts'
import { fair } from '../workshops/fair.ts'
import { addMeeting, form, now, type TestApp, testApp, world } from '../world.ts'
import { newFeed } from './new-feed.ts'

test('a calendar is made, its address seen once, renewed and turned off; what was before leads nowhere', async () => {
  const { db, app, page } = await attending()
  const before = await dump(db)
  const blank = await app.inject(page)
  expect(await dump(db)).toEqual(before)
  const first = await newFeed(app, page, blank.body)
  expect((await app.inject(first)).statusCode).toBe(200)
  const seen = await app.inject(page)
  expect(seen.body).not.toContain('/feed/')
  expect(seen.headers['cache-control']).toBe('private, no-store')
  expect(JSON.stringify(await dump(db))).not.toContain(first.slice(6, -4))
  const second = await newFeed(app, page, seen.body)
  expect([(await app.inject(first)).statusCode, (await app.inject(second)).statusCode]).toEqual([404, 200])
  await app.inject({ method: 'POST', url: `${page}/end` })
  expect((await app.inject(second)).statusCode).toBe(404)
  expect((await app.inject(page)).body).toContain('name="secret"')
})

test('a form sent twice makes one address', async () => {
  const { app, page } = await attending()
  const { body } = await app.inject(page)
  expect(await newFeed(app, page, body)).toBe(await newFeed(app, page, body))
})

test('nobody takes over an address that is somebody else’s', async () => {
  const { app, page, pageOf } = await attending()
  const { body } = await app.inject(page)
  const address = await newFeed(app, page, body)
  const sent = form({ secret: address.slice(6, -4), alarm: 'none' })
  expect((await app.inject({ method: 'POST', url: await pageOf(sami), ...sent })).statusCode).toBe(404)
  expect((await app.inject(address)).statusCode).toBe(200)
})

test('it is private: never kept by others, never found, without a referrer or a cookie', async () => {
  const { app, feed } = await attending()
  const [get, head] = [await app.inject(feed), await app.inject({ method: 'HEAD', url: feed })]
  for (const { headers } of [get, head]) {
    expect(headers).toMatchObject({
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
      'content-type': 'text/calendar; charset=utf-8',
    })
    expect(headers['set-cookie']).toBeUndefined()
  }
  expect(head.body).toBe('')
  const again = { url: feed, headers: { 'if-none-match': `"x", W/${get.headers.etag}` } }
  expect((await app.inject(again)).statusCode).toBe(304)
  expect((await app.inject('/feed/unknown.ics')).statusCode).toBe(404)
})

test('it has every meeting of the project with a sure place, and neither secrets nor anybody’s name', async () => {
  const { db, app, project, foreign, pupils, feed, kickoff } = await attending()
  const second = await addMeeting(db, project, { slug: 'second', number: 2, startsAt: days(30), endsAt: days(31) })
  const full = await addMeeting(db, project, { slug: 'full', number: 3, capacity: 1 })
  const elsewhere = await addMeeting(db, foreign, { slug: 'elsewhere' })
  const at = async (meeting: typeof kickoff, person: Young) =>
    await register(db, project, meeting, { ...person, groupId: pupils.id }, now)
  await at(second, noor)
  for (const person of [sami, noor]) await at(full, person)
  await register(db, foreign, elsewhere, { ...noor, groupId: null }, now)
  const { body } = await app.inject(feed)
  for (const read of Object.values(parsers))
    expect(read(body).map(({ uid, status }) => [uid, status])).toEqual([
      [kickoff.id, 'CONFIRMED'],
      [second.id, 'CONFIRMED'],
    ])
  expect(body).not.toMatch(/noor|\/mine\/|\/feed\/|SOURCE|ATTENDEE|ORGANIZER|VALARM/i)
  expect(body).toContain('NAME:Gen-Y City: my meetings')
})

test('whoever gave their place back sees it cancelled for 60 days, then no more; coming back counts on', async () => {
  const { app, feed, link, kickoff, db, project, pupils } = await attending()
  await app.inject({ method: 'POST', url: `${link}/cancel` })
  const left = await entries(app, feed)
  expect(left).toMatchObject([{ uid: kickoff.id, status: 'CANCELLED', transparent: true, sequence: 1 }])
  app.clock.now = days(1)
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, days(1))
  expect(await entries(app, feed)).toMatchObject([{ uid: kickoff.id, status: 'CONFIRMED', sequence: 2 }])
  await app.inject({ method: 'POST', url: `/mine/${await tokenOf(db, noor, kickoff)}/cancel` })
  app.clock.now = days(61).subtract({ seconds: 1 })
  expect(await entries(app, feed)).toMatchObject([{ status: 'CANCELLED', sequence: 3 }])
  app.clock.now = days(61)
  expect(await entries(app, feed)).toEqual([])
})

test('its entries are those of the letters: same UID and SEQUENCE, after a change too', async () => {
  const { db, app, feed, project, kickoff, owner, link, pupils } = await attending()
  await app.inject({ method: 'POST', url: `${link}/cancel` })
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await postponeMeeting(db, project, kickoff, owner, now)
  const all = await db.select().from(letters)
  const letter = all.find(({ kind, recipient }) => kind === 'postponed' && recipient === noor.email)
  if (!letter) throw new Error('no letter')
  const written = await registrationWriters.postponed(db, letter, { config: app.config, now })
  const read = parsers['ical.js'] ?? expect.unreachable()
  const [told] = read(written?.calendar?.content ?? '')
  const [shown] = await entries(app, feed)
  expect(shown).toMatchObject({ uid: told?.uid, sequence: told?.sequence, status: 'TENTATIVE', stamp: told?.stamp })
})

test('an alarm is there only where it was wanted, before the start, with words', async () => {
  const { app, page } = await attending()
  const address = await newFeed(app, page, (await app.inject(page)).body, '1440')
  const alarms = async () => {
    const calendar = new ICAL.Component(ICAL.parse((await app.inject(address)).body))
    return calendar.getAllSubcomponents('vevent').flatMap((event) => event.getAllSubcomponents('valarm').map(String))
  }
  const wanted = ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-P1D', 'DESCRIPTION:Kick-off', 'END:VALARM']
  expect(await alarms()).toEqual([wanted.join('\r\n')])
  await app.inject({ method: 'POST', url: `${page}/alarm`, ...form({ alarm: 'none' }) })
  expect(await alarms()).toEqual([])
  const wrong = await app.inject({ method: 'POST', url: `${page}/alarm`, ...form({ alarm: '7' }) })
  expect([wrong.statusCode, wrong.body.includes('aria-invalid')]).toEqual([422, true])
})

test('workshops chosen are in it, also cancelled once left or taken off the agenda', async () => {
  const here = await fair()
  await here.come(noor)
  await here.chooses(noor, here.bats)
  await here.chooses(noor, here.radio)
  const app = await testApp(here.db)
  const page = `/mine/${await tokenOf(here.db, noor, here.kickoff)}/calendar`
  const feed = await newFeed(app, page, (await app.inject(page)).body)
  const of = async (slot: { id: string }) => (await entries(app, feed)).find(({ uid }) => uid === slot.id)
  const chosen = await of(here.bats)
  expect([chosen?.status, (await of(here.radio))?.status, await of(here.logo)]).toEqual([
    'CONFIRMED',
    'CONFIRMED',
    undefined,
  ])
  await here.leaves(noor, here.bats)
  const left = await of(here.bats)
  expect([left?.status, (left?.sequence ?? 0) > (chosen?.sequence ?? 0)]).toEqual(['CANCELLED', true])
  await here.chooses(noor, here.bats)
  const back = await of(here.bats)
  expect([back?.status, (back?.sequence ?? 0) > (left?.sequence ?? 0)]).toEqual(['CONFIRMED', true])
  await here.shelve(here.radio)
  await here.release()
  expect(await of(here.radio)).toMatchObject({ status: 'CANCELLED' })
})

test('the feed ends when nobody of that address is known in the project any more', async () => {
  const { db, app, feed, link, project, pupils } = await attending()
  const second = await addMeeting(db, project, { slug: 'second', number: 2 })
  await register(db, project, second, { ...noor, groupId: pupils.id }, now)
  const other = `/mine/${await tokenOf(db, noor, second)}`
  await app.inject({ method: 'POST', url: `${link}/data/erase` })
  expect((await entries(app, feed)).map(({ uid }) => uid)).toEqual([second.id])
  await app.inject({ method: 'POST', url: `${other}/data/erase` })
  expect((await app.inject(feed)).statusCode).toBe(404)
})

test('the feed of an address that was put right ends once nobody in the project has it', async () => {
  const { db, app, feed, project, kickoff, owner, pupils } = await attending()
  const second = await addMeeting(db, project, { slug: 'second', number: 2 })
  await register(db, project, second, { ...noor, groupId: pupils.id }, now)
  const correct = async (meeting: typeof kickoff) =>
    correctAddress(db, { project, meeting }, await registrationOfIn(db, noor, meeting), 'noora@example.org', owner, now)
  await correct(kickoff)
  expect((await entries(app, feed)).map(({ uid }) => uid)).toEqual([second.id])
  await correct(second)
  expect((await app.inject(feed)).statusCode).toBe(404)
})

test('whoever comes without an address has no calendar here', async () => {
  const { db, project, kickoff, pupils } = await world()
  const { registration } = await register(db, project, kickoff, { ...liga, email: null, groupId: pupils.id }, now)
  const [token] = await db.transact((tx) => newManageLinks(tx, [registration], kickoff, now), { touches: 'nothing' })
  const app = await testApp(db)
  expect((await app.inject(`/mine/${token}/calendar`)).statusCode).toBe(404)
  expect((await app.inject(`/mine/${token}`)).body).not.toContain('/calendar"')
})

/** Noor has a place, and a calendar made in English; Sami too has a place. */
async function attending() {
  const here = await world()
  const { db, project, kickoff, pupils } = here
  for (const person of [noor, sami]) await register(db, project, kickoff, { ...person, groupId: pupils.id }, now)
  const app = await testApp(db)
  const link = `/mine/${await tokenOf(db, noor, kickoff)}`
  const page = `${link}/calendar`
  const pageOf = async (person: Young) => `/mine/${await tokenOf(db, person, kickoff)}/calendar`
  const feed = await newFeed(app, page, (await app.inject(page)).body)
  return { ...here, app, link, page, pageOf, feed }
}

async function registrationOfIn(db: Database, { email }: Young, meeting: { id: string }) {
  const rows = await db
    .select()
    .from(registrations)
    .where(and(eq(registrations.meetingId, meeting.id), eq(registrations.emailKey, email)))
  const [last = expect.unreachable()] = rows.sort((one, other) => other.arrival - one.arrival)
  return last
}

async function tokenOf(db: Database, person: Young, meeting: { id: string }): Promise<string> {
  const last = await registrationOfIn(db, person, meeting)
  const until = { endsAt: days(70), keepDays: 30 }
  const [token] = await db.transact((tx) => newManageLinks(tx, [last], until, now), { touches: 'nothing' })
  return `${token}`
}

async function entries(app: TestApp, feed: string) {
  return (parsers['ical.js'] ?? expect.unreachable())((await app.inject(feed)).body)
}

function days(count: number): Temporal.Instant {
  return now.add({ hours: 24 * count })
}
