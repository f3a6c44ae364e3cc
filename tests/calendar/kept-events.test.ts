import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { meetings } from '../../db/schema.ts'
import { colourLines } from '../../server/calendar/colour.ts'
import type { Entry } from '../../server/calendar/entry.ts'
import { type Feed, feedFile } from '../../server/calendar/feed-file.ts'
import { calendarFile } from '../../server/calendar/ics.ts'
import { changedOnly } from '../../server/calendar/kept-events.ts'
import { addMeeting, testApp, world } from '../world.ts'
import { entryOf, publicUrl } from './entries.ts'

const at = (iso: string) => Temporal.Instant.from(iso)
const long = 'Молодь розповідає: від річки до фортеці, і назад; \\ 🏳️‍🌈 '.repeat(9)
const picture = `${publicUrl}/gen-y-city/stories/card.png?lang=uk`

const kinds: Record<string, Partial<Entry>> = {
  'an evening': {},
  'days without hours': { allDay: true, startsAt: at('2026-12-11T22:00:00Z'), endsAt: at('2026-12-14T22:00:00Z') },
  'one called off': { status: 'CANCELLED', transparent: true, alarmMinutes: 60 },
  'one put off': { status: 'TENTATIVE', transparent: true },
  'one of no standing': { status: null },
  'far away': { zone: 'Pacific/Auckland' },
  'under an old name': { zone: 'Europe/Kiev' },
  'when clocks change': { startsAt: at('2026-10-24T22:00:00Z'), endsAt: at('2026-10-25T02:00:00Z') },
  'in UTC': { zone: 'UTC' },
  'with an alarm': { alarmMinutes: 1440 },
  'long, in Cyrillic': { title: long, text: `${long}\n\n${long}\r\nEND:VEVENT\r\nBEGIN:VEVENT`, place: long },
  'with control signs': { title: 'a\tb\u0000c\u2028d', text: 'a\tb\u0085c\u2029d', place: '\ud800' },
  'never created, of many kinds': { createdAt: undefined, categories: ['a,b', 'c;d'] },
  'with a picture': { picture },
}
const all = Object.values(kinds).map((kind, i) => entryOf({ uid: `entry-${i}`, ...kind }))

test('a feed kept for the next time has the bytes of one written in one go, the first time and again', async () => {
  for (const _time of [1, 2]) expect(withoutPictures(await feedFile(all, feedOf('both')))).toBe(inOneGo(all))
})

const { 'an evening': _as_before, ...others } = kinds
const changes: Record<string, Partial<Entry>> = {
  ...others,
  ...{ uid: { uid: 'other' }, sequence: { sequence: 3 }, title: { title: 'Cits' }, text: { text: 'Cits' } },
  ...{ place: { place: 'Cits' }, url: { url: publicUrl }, transparent: { transparent: true } },
  ...{ categories: { categories: [] }, changedAt: { changedAt: at('2026-11-03T10:00:00Z') } },
  ...{ createdAt: { createdAt: at('2026-10-02T08:00:00Z') }, startsAt: { startsAt: at('2026-12-12T15:30:00Z') } },
  ...{ endsAt: { endsAt: at('2026-12-12T19:00:00Z') } },
}

test.each(Object.entries(changes))('what has changed is seen at once, and nothing else: %s', async (_what, change) => {
  const before = [...all, entryOf()]
  const after = [...all, entryOf(change)]
  await feedFile(before, feedOf('changing'))
  const seen = await feedFile(after, feedOf('changing'))
  expect(withoutPictures(seen)).toBe(inOneGo(after))
  expect(seen).toBe(await feedFile(after, feedOf(undefined)))
  expect(seen).not.toBe(await feedFile(before, feedOf(undefined)))
  expect(withoutPictures(await feedFile(before, feedOf('changing')))).toBe(inOneGo(before))
})

test('of a project’s feed only what has changed since is written, whatever goes or comes beside it', async () => {
  const [one, two, three] = [entryOf({ uid: '1' }), entryOf({ uid: '2' }), entryOf({ uid: '3' })]
  const moved = { ...two, place: 'Cits' }
  expect(await asked('few', [one, two])).toEqual([one, two])
  expect(await asked('few', [one, two])).toEqual([])
  expect(await asked('few', [three, moved, one])).toEqual([three, moved])
  expect(await asked('few', [two, one])).toEqual([two])
  expect(await asked('few in another language', [one])).toEqual([one])
})

test('of texts too long to keep, the feed written longest ago is forgotten first', async () => {
  const text = 'x'.repeat(7 * 1024 * 1024)
  const [one, two, three] = [entryOf({ uid: '1', text }), entryOf({ uid: '2', text }), entryOf({ uid: '3', text })]
  await asked('one', [one])
  await asked('two', [two])
  expect(await asked('one', [one])).toEqual([])
  await asked('three', [three])
  expect(await asked('one', [one])).toEqual([])
  expect(await asked('two', [two])).toEqual([two])
  expect(await asked('all', [one, two, three])).toEqual([one, two, three])
  expect(await asked('all', [one, two, three])).toEqual([one, two, three])
})

test('a new title, place or time is in the project’s feed as soon as it is written, in every language', async () => {
  const { db, project, kickoff } = await world()
  await addMeeting(db, project, { slug: 'other', number: 2 })
  const app = await testApp(db)
  const feeds = async () => {
    const bodies = ['', '?lang=en'].map(async (lang) => (await app.inject(`/gen-y-city/calendar.ics${lang}`)).body)
    return await Promise.all(bodies)
  }
  const before = await feeds()
  const set = {
    ...{ title: { lv: 'Cits nosaukums' }, placeName: { lv: 'Cita vieta' } },
    ...{ startsAt: kickoff.startsAt.add({ minutes: 7 }), endsAt: kickoff.endsAt.add({ minutes: 7 }) },
  }
  await db.transact((tx) => tx.update(meetings).set(set).where(eq(meetings.id, kickoff.id)), { touches: project.id })
  for (const [place, feed] of (await feeds()).entries()) {
    expect(feed).toMatch(/^SUMMARY:Cits nosaukums\r\n/m)
    expect(feed).toMatch(/^LOCATION:Cita vieta/m)
    expect(starts(feed)).not.toEqual(starts(before[place] ?? ''))
    expect(starts(feed)).toHaveLength(2)
  }
})

function feedOf(keptAs: string | undefined): Feed {
  return { name: 'Gen-Y City', colour: 'sky', page: publicUrl, source: `${publicUrl}/calendar.ics`, keptAs }
}

/** All entries by one call of ical-generator; colour and pictures are not its own. */
function inOneGo(entries: readonly Entry[]): string {
  const { name, page, source } = feedOf(undefined)
  const head = calendarFile([], { name, url: page, source, ttlHours: 6 }).replace('END:VCALENDAR\r\n', '')
  const file = calendarFile(entries)
  return [head, ...colourLines('sky'), file.slice(file.indexOf('BEGIN:VTIMEZONE'))].join('')
}

function withoutPictures(file: string): string {
  return file.replace(/^IMAGE.*\r\n( .*\r\n)*/gm, '')
}

/** Which of them had to be written. */
async function asked(feed: string, entries: readonly Entry[]): Promise<Entry[]> {
  const written: Entry[] = []
  const texts = await changedOnly(feed, entries, async (changed) => {
    written.push(...changed)
    return changed.map(({ uid, place }) => `${uid} ${place}`)
  })
  expect(texts).toEqual(entries.map(({ uid, place }) => `${uid} ${place}`))
  return written
}

function starts(feed: string): string[] {
  return [...feed.matchAll(/^DTSTART;TZID.*/gm)].map(([line]) => line)
}
