import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, meetings, type Project, projects, releases } from '../../db/schema.ts'
import type { ReleasedAgenda } from '../../server/agenda/release.ts'
import { addMeeting, now, type TestApp, testApp, world } from '../world.ts'
import { slotOf } from './entries.ts'
import { parsers } from './parsers.ts'

const feed = '/gen-y-city/calendar.ics'
const file = '/gen-y-city/kickoff/calendar.ics'

test('the feed has what is published, postponed and cancelled, each once, and no draft', async () => {
  const { db, project, foreign } = await world()
  await addMeeting(db, project, { slug: 'draft', number: 2, status: 'draft', title: { lv: 'Vēl noslēpums' } })
  await addMeeting(db, project, { slug: 'later', number: 3, status: 'postponed', startsAt: days(30), endsAt: days(31) })
  await addMeeting(db, project, {
    slug: 'off',
    number: 4,
    status: 'cancelled',
    cancelledAt: now,
    startsAt: days(40),
    endsAt: days(41),
  })
  await addMeeting(db, foreign, { slug: 'elsewhere', title: { lv: 'Citur' } })
  const answer = await (await testApp(db)).inject(feed)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(answer.headers['content-disposition']).toBeUndefined()
  expect(answer.body).not.toMatch(/METHOD|ORGANIZER|ATTENDEE|noslēpums|Citur/)
  for (const read of Object.values(parsers)) {
    expect(read(answer.body).map(({ summary, status }) => [summary, status])).toEqual([
      ['Atklāšana', 'CONFIRMED'],
      ['Atlikta tikšanās: Atklāšana', 'TENTATIVE'],
      ['Atklāšana', 'CANCELLED'],
    ])
  }
})

test('a cancelled meeting stays in the feed for 60 days, one that is over for 90', async () => {
  const { db, project, kickoff } = await world()
  const off = {
    status: 'cancelled' as const,
    slug: 'off',
    number: 2,
    cancelledAt: now,
    startsAt: days(200),
    endsAt: days(201),
  }
  const called = await addMeeting(db, project, off)
  const app = await testApp(db)
  const over = kickoff.endsAt.add({ hours: 90 * 24 })
  expect(await uidsAt(app, days(60).subtract({ seconds: 1 }))).toEqual([kickoff.id, called.id])
  expect(await uidsAt(app, days(60))).toEqual([kickoff.id])
  expect(await uidsAt(app, over.subtract({ seconds: 1 }))).toEqual([kickoff.id])
  expect(await uidsAt(app, over)).toEqual([])
})

test('an archived project keeps its feed; one not published has none, nor files', async () => {
  const { db, project } = await world()
  const app = await testApp(db)
  await change(db, project, { archivedAt: now })
  expect((await app.inject(feed)).statusCode).toBe(200)
  await change(db, project, { publishedAt: null })
  for (const path of [feed, file]) expect((await app.inject(path)).statusCode).toBe(404)
})

test('there is no file of a draft, nor of what does not exist', async () => {
  const { db, project } = await world()
  await addMeeting(db, project, { slug: 'draft', number: 2, status: 'draft' })
  const app = await testApp(db)
  for (const path of [
    '/gen-y-city/draft/calendar.ics',
    '/gen-y-city/none/calendar.ics',
    '/none/calendar.ics',
    '/other-city/kickoff/calendar.ics',
  ]) {
    expect((await app.inject(path)).statusCode).toBe(404)
  }
})

test('the file and the feed tell the same of a meeting, so that copies become one', async () => {
  const { db, kickoff } = await world()
  const app = await testApp(db)
  const [inFeed, inFile] = [await app.inject(feed), await app.inject(file)]
  for (const read of Object.values(parsers)) expect(read(inFile.body)).toEqual(read(inFeed.body))
  expect(inFile.body).toContain(`UID:${kickoff.id}\r\n`)
  expect(inFile.body).not.toContain('X-WR-CALNAME')
})

test('a file is kept under its title, and by programs of ASCII under its slug', async () => {
  const { db } = await world({ title: { lv: "Stāsti: 'Kāpēc 5?' / 🙂" } })
  const answer = await (await testApp(db)).inject(file)
  expect(answer.headers['content-disposition']).toBe(
    `attachment; filename="kickoff.ics"; filename*=UTF-8''St%C4%81sti%3A%20%27K%C4%81p%C4%93c%205%3F%27%20%2F%20%F0%9F%99%82.ics`,
  )
})

test('the address decides the language, never the reader', async () => {
  const { db } = await world()
  const app = await testApp(db)
  const plain = await app.inject(feed)
  const asked = await app.inject({ url: feed, headers: { 'accept-language': 'en', cookie: 'lang=en' } })
  expect(asked.body).toBe(plain.body)
  expect(asked.headers.etag).toBe(plain.headers.etag)
  expect(plain.body).toContain('SUMMARY:Atklāšana')
  expect((await app.inject(`${feed}?lang=en`)).body).toContain('SUMMARY:Kick-off')
  expect((await app.inject(`${feed}?lang=xx`)).body).toBe(plain.body)
})

test('whoever has the present bytes gets 304, and the next bytes after a change', async () => {
  const { db, kickoff } = await world()
  const app = await testApp(db)
  const { etag = '' } = (await app.inject(feed)).headers as { etag?: string }
  expect(etag).toMatch(/^"[\w-]+"$/)
  const ask = (match: string) => app.inject({ url: feed, headers: { 'if-none-match': match } })
  for (const match of [etag, `"old", W/${etag}`, '*']) {
    const unchanged = await ask(match)
    expect([unchanged.statusCode, unchanged.body, unchanged.headers.etag]).toEqual([304, '', etag])
  }
  expect((await ask('"old"')).statusCode).toBe(200)
  app.clock.now = days(2)
  expect((await ask(etag)).statusCode).toBe(304)
  await db.transact(
    (tx) =>
      tx
        .update(meetings)
        .set({ sequence: 1, changedAt: days(1) })
        .where(eq(meetings.id, kickoff.id)),
    {
      touches: 'everything',
    },
  )
  const changed = await ask(etag)
  expect([changed.statusCode, changed.headers['last-modified']]).toEqual([200, 'Tue, 24 Nov 2026 10:00:00 GMT'])
})

test('a date alone never hides an update', async () => {
  const { db } = await world()
  const app = await testApp(db)
  const since = 'Fri, 31 Dec 2099 00:00:00 GMT'
  expect((await app.inject({ url: feed, headers: { 'if-modified-since': since } })).statusCode).toBe(200)
})

test('only those who accept it get it compressed, each form under a tag of its own', async () => {
  const { db } = await world()
  const app = await testApp(db)
  const ask = (accepted: string) => app.inject({ url: feed, headers: { 'accept-encoding': accepted } })
  const [plain, gzip, brotli] = [await app.inject(feed), await ask('gzip'), await ask('gzip, br;q=0.5')]
  expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body)
  expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body)
  expect([plain, gzip, brotli].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip', 'br'])
  expect(new Set([plain, gzip, brotli].map(({ headers }) => headers.etag)).size).toBe(3)
  expect(plain.headers.vary).toBe('accept-encoding')
  expect((await ask('gzip;q=0, identity')).body).toBe(plain.body)
})

test('HEAD answers like GET, without the body', async () => {
  const { db } = await world()
  const app = await testApp(db)
  const [get, head] = [await app.inject(feed), await app.inject({ method: 'HEAD', url: feed })]
  const { date: _got, ...expected } = get.headers
  const { date: _headed, ...answered } = head.headers
  expect([head.statusCode, head.body, answered]).toEqual([200, '', expected])
})

test('a released slot has a file of its own; a withdrawn one says that it is off', async () => {
  const { db, kickoff } = await world()
  const gone = slotOf({ id: 'c4f3a2b1-0d6e-4f0a-8a5b-1b2c3d4e5f60', slug: 'imbir', sequence: 2 })
  await release(db, kickoff, 1, { slots: [slotOf(), gone], withdrawn: [] })
  await release(db, kickoff, 2, { slots: [slotOf()], withdrawn: [gone] })
  const app = await testApp(db)
  const told = await app.inject('/gen-y-city/kickoff/city-of-bats/calendar.ics')
  const off = await app.inject('/gen-y-city/kickoff/imbir/calendar.ics')
  expect(told.headers['content-disposition']).toMatch(/^attachment; filename="city-of-bats\.ics"/)
  for (const read of Object.values(parsers)) {
    expect(read(told.body)).toMatchObject([{ uid: slotOf().id, status: 'CONFIRMED', startsAt: '2026-12-12T16:00:00Z' }])
    expect(read(off.body)).toMatchObject([{ uid: gone.id, status: 'CANCELLED', sequence: 2 }])
  }
  expect((await app.inject('/gen-y-city/kickoff/none/calendar.ics')).statusCode).toBe(404)
})

test('before the first release no slot has a file', async () => {
  const { db } = await world()
  expect((await (await testApp(db)).inject('/gen-y-city/kickoff/city-of-bats/calendar.ics')).statusCode).toBe(404)
})

function days(count: number): Temporal.Instant {
  return now.add({ hours: 24 * count })
}

async function uidsAt(app: TestApp, moment: Temporal.Instant): Promise<string[]> {
  app.clock.now = moment
  const { body } = await app.inject(feed)
  return [...body.matchAll(/^UID:(.+)\r$/gm)].map((match) => match[1] ?? '')
}

async function change(db: Database, project: Project, details: Partial<Project>): Promise<void> {
  const deed = { touches: project.id }
  await db.transact(
    async (tx) => void (await tx.update(projects).set(details).where(eq(projects.id, project.id))),
    deed,
  )
}

async function release(db: Database, meeting: Meeting, version: number, agenda: ReleasedAgenda): Promise<void> {
  const row = { meetingId: meeting.id, version, releasedAt: now, agenda: JSON.stringify(agenda) }
  await db.transact(async (tx) => void (await tx.insert(releases).values(row)), { touches: meeting.projectId })
}
