import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import type { Database } from '../../db/open.ts'
import { type Meeting, meetings, releases } from '../../db/schema.ts'
import type { ReleasedAgenda } from '../../server/agenda/release.ts'
import { loud } from '../../views/parts/poster.ts'
import { addMeeting, now, testApp, world } from '../world.ts'
import { slotOf } from './entries.ts'
import { parsers } from './parsers.ts'

const agenda = '/gen-y-city/kickoff/agenda.ics'
const gone = slotOf({
  id: 'c4f3a2b1-0d6e-4f0a-8a5b-1b2c3d4e5f60',
  slug: 'imbir',
  sequence: 2,
  changedAt: now.toString(),
})

test('a meeting’s own feed has it and its released slots; a withdrawn one is cancelled for 60 days, then gone', async () => {
  const { db, kickoff } = await world()
  await release(db, kickoff, { slots: [slotOf()], withdrawn: [gone] })
  const app = await testApp(db)
  const { body } = await app.inject(agenda)
  for (const read of Object.values(parsers)) {
    expect(read(body).map(({ uid, sequence, status }) => [uid, sequence, status])).toEqual([
      [kickoff.id, kickoff.sequence, 'CONFIRMED'],
      [slotOf().id, slotOf().sequence, 'CONFIRMED'],
      [gone.id, 2, 'CANCELLED'],
    ])
  }
  app.clock.now = now.add({ hours: 60 * 24 })
  expect((await app.inject(agenda)).body).not.toContain(gone.id)
  app.clock.now = kickoff.endsAt.add({ hours: 90 * 24 })
  const after = await app.inject(agenda)
  expect([after.statusCode, events(after.body)]).toEqual([200, []])
})

test('a copy of an entry is the same in the project’s feed, the meeting’s and the file', async () => {
  const { db, kickoff } = await world()
  await release(db, kickoff, { slots: [slotOf()], withdrawn: [] })
  const app = await testApp(db)
  const of = async (path: string) => parsers['ical.js']?.((await app.inject(path)).body).at(0)
  const inFile = await of('/gen-y-city/kickoff/calendar.ics')
  expect(await of(agenda)).toEqual(inFile)
  expect(await of('/gen-y-city/calendar.ics')).toEqual(inFile)
})

test('a feed says its name, colour and source, how often to ask, and of each entry its kind and picture', async () => {
  const { db, kickoff } = await world()
  await release(db, kickoff, { slots: [slotOf({ type: 'workshop' })], withdrawn: [] })
  const { body } = await (await testApp(db)).inject(`${agenda}?lang=en`)
  const calendar = new ICAL.Component(ICAL.parse(body))
  const said = (name: string) => String(calendar.getFirstPropertyValue(name))
  expect(['name', 'x-wr-calname', 'color', 'x-apple-calendar-color'].map(said)).toEqual([
    ...['Kick-off', 'Kick-off', 'tomato', loud.tangerine],
  ])
  expect(said('source')).toBe(`http://localhost:3000${agenda}?lang=en`)
  expect([said('refresh-interval'), said('x-published-ttl')]).toEqual(['PT6H', 'PT6H'])
  expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1)
  const [, workshop] = calendar.getAllSubcomponents('vevent')
  expect(workshop?.getFirstProperty('categories')?.getValues()).toEqual(['Gen-Y City', 'Workshop'])
  expect(workshop?.getFirstProperty('image')?.toICALString()).toBe(
    'IMAGE;DISPLAY=BADGE;FMTTYPE=image/png;VALUE=URI:http://localhost:3000/gen-y-city/kickoff/card.png?lang=en',
  )
  expect(body).not.toMatch(/VALARM|METHOD|ATTENDEE|ORGANIZER/)
  expect(body.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
})

test('what is written in a meeting never passes for a line of the calendar', async () => {
  const sly = 'x'.repeat(60)
  const text = { lv: `${sly}\r\nEND:VEVENT\r\nBEGIN:VEVENT\nEND:VCALENDAR`, en: `${sly}${'END:VEVENT\r\n'.repeat(9)}` }
  const { db } = await world({ title: text, summary: text })
  const { body } = await (await testApp(db)).inject('/gen-y-city/calendar.ics')
  // The other parser looks for such lines inside others too.
  expect(parsers['ical.js']?.(body)).toHaveLength(1)
  expect(body.match(/^IMAGE/gm)).toHaveLength(1)
})

test('there is no feed of a draft, nor of what does not exist', async () => {
  const { db, project } = await world()
  await addMeeting(db, project, { slug: 'draft', number: 2, status: 'draft' })
  const app = await testApp(db)
  for (const path of ['/gen-y-city/draft/agenda.ics', '/gen-y-city/none/agenda.ics', '/other-city/kickoff/agenda.ics'])
    expect([path, (await app.inject(path)).statusCode]).toEqual([path, 404])
})

test('a kept feed is made anew once its project is written to, and by itself when an entry’s time is over', async () => {
  const { db, project, kickoff } = await world()
  const app = await testApp(db)
  const tag = async () => String((await app.inject(agenda)).headers.etag)
  const first = await tag()
  expect(await tag()).toBe(first)
  await release(db, kickoff, { slots: [slotOf()], withdrawn: [] })
  const second = await tag()
  expect(second).not.toBe(first)
  const off = { slug: 'off', number: 2, status: 'cancelled' as const, cancelledAt: now.subtract({ hours: 59 * 24 }) }
  await addMeeting(db, project, off)
  const both = events((await app.inject('/gen-y-city/calendar.ics')).body)
  app.clock.now = now.add({ hours: 24 })
  expect([both.length, events((await app.inject('/gen-y-city/calendar.ics')).body)]).toEqual([2, [kickoff.id]])
  expect(await tag()).toBe(second)
})

test('ten thousand meetings are all in the feed, each once, in all forms', { timeout: 60_000 }, async () => {
  const { db, project } = await world()
  const row = await addMeeting(db, project, { slug: 'm', number: 2 })
  const { id: _id, ...rest } = row
  for (let i = 0; i < 10_000; i += 500) {
    const some = Array.from({ length: 500 }, (_, k) => i + k)
    const startsAt = (k: number) => now.add({ hours: k })
    const rows = some.map((k) => {
      return { ...rest, slug: `m-${k}`, number: k + 3, startsAt: startsAt(k), endsAt: startsAt(k + 2) }
    })
    await db.transact((tx) => tx.insert(meetings).values(rows), { touches: 'everything' })
  }
  const app = await testApp(db)
  const plain = await app.inject('/gen-y-city/calendar.ics')
  expect(new Set(events(plain.body)).size).toBe(10_002)
  expect(plain.body.match(/^BEGIN:VTIMEZONE/gm)).toHaveLength(1)
  const headers = { 'accept-encoding': 'br' }
  const small = await app.inject({ url: '/gen-y-city/calendar.ics', headers })
  expect(small.rawPayload.length).toBeLessThan(plain.rawPayload.length / 5)
})

function events(body: string): string[] {
  return [...body.matchAll(/^UID:(.+)\r$/gm)].map((match) => match[1] ?? '')
}

async function release(db: Database, meeting: Meeting, its: ReleasedAgenda): Promise<void> {
  const row = { meetingId: meeting.id, version: 1, releasedAt: now, agenda: JSON.stringify(its) }
  await db.transact(async (tx) => void (await tx.insert(releases).values(row)), { touches: meeting.projectId })
}
