import { beforeAll, expect, test } from 'vitest'
import type { Meeting, Project } from '../../db/schema.ts'
import { letters, registrations, surveyLinks } from '../../db/schema.ts'
import { releasedAgenda } from '../../server/agenda/queries.ts'
import { meetingsOf, publicMeetingsOf } from '../../server/meetings/queries.ts'
import { statusOf } from '../../server/meetings/status.ts'
import { numbersOf } from '../../server/numbers/numbers.ts'
import { membersOf } from '../../server/organisers/queries.ts'
import { pollsInRoom } from '../../server/polls/queries.ts'
import { pollState } from '../../server/polls/state.ts'
import { groupsOf, linksOf, logosOf, partnersOf, phasesOf, publicProject } from '../../server/projects/queries.ts'
import { standing } from '../../server/registrations/places/standing.ts'
import { isRoomOpen } from '../../server/room/is-open.ts'
import { askedIn } from '../../server/room/queries.ts'
import { resultsOf } from '../../server/survey/results.ts'
import type { TestDatabase } from '../database.ts'
import { now } from '../world.ts'
import { demo } from './told.ts'

let db: TestDatabase
let project: Project
let meetings: Meeting[]

beforeAll(async () => {
  db = await demo()
  project = (await publicProject(db, 'gen-y-city')) ?? expect.unreachable()
  meetings = await meetingsOf(db, project)
  return db.close
})

test('the project has its two phases, its partners, links, logos and eleven groups, and says that it is an example', async () => {
  expect(project).toMatchObject({ example: true, locales: ['lv', 'en'], startsOn: '2015-09-15' })
  expect(await phasesOf(db, project)).toMatchObject([{ endsOn: '2016-03-15' }, { startsOn: '2016-03-16' }])
  expect((await partnersOf(db, project)).map(({ lead, url }) => [lead, url])).toEqual([
    [true, 'https://www.poznan.pl'],
    [false, ''],
  ])
  expect((await linksOf(db, project)).map(({ url }) => url)).toContain('https://www.urbact.eu/genycity')
  expect(await logosOf(db, project)).toHaveLength(3)
  expect(await groupsOf(db, project)).toHaveLength(11)
})

test('an owner and an organiser run it, and somebody of the council answers', async () => {
  const people = await membersOf(db, project)
  expect(people.map(({ organiser, role }) => [organiser.name, role])).toEqual([
    ['Ilze Ozola', 'owner'],
    ['Andris Vanags', 'organiser'],
    ['Anita Krūmiņa', 'answerer'],
  ])
})

test('three meetings are done, three are ahead, one is a draft', () => {
  const states = meetings.map((meeting) => statusOf(meeting, now))
  expect(states).toEqual(['done', 'done', 'done', 'published', 'published', 'published', 'draft'])
  expect(meetings.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('the past ones were in Riga’s afternoons, and the open one is on a Saturday about three weeks ahead', () => {
  const local = meetings.map(({ startsAt, zone }) => startsAt.toZonedDateTimeISO(zone))
  expect(local.slice(0, 3).map((start) => start.toPlainDate().toString())).toEqual([
    '2015-10-22',
    '2015-12-10',
    '2016-02-25',
  ])
  const saturday = local[3] ?? expect.unreachable()
  expect([saturday.dayOfWeek, saturday.toPlainTime().toString()]).toEqual([6, '17:00:00'])
  const days = now.until(saturday.toInstant()).total({ unit: 'days', relativeTo: now.toZonedDateTimeISO('UTC') })
  expect(days).toBeGreaterThan(14)
  expect(days).toBeLessThan(28)
})

test('the last meeting of the first phase has thirteen stories, none of them by nobody', async () => {
  const agenda = (await releasedAgenda(db, meeting('veiksmes-stasti'))) ?? expect.unreachable()
  const stories = agenda.slots.filter(({ type }) => type === 'story')
  expect(stories).toHaveLength(13)
  expect(stories.every(({ speakers }) => speakers.length > 0)).toBe(true)
  expect(agenda.slots.at(-1)?.type).toBe('discussion')
})

test('every released agenda ends by the end of its meeting', async () => {
  for (const one of await publicMeetingsOf(db, project)) {
    const { slots } = (await releasedAgenda(db, one)) ?? expect.unreachable()
    for (const { endsAt } of slots) expect(Temporal.Instant.compare(endsAt, one.endsAt)).toBeLessThanOrEqual(0)
  }
})

test('the open meeting has rooms side by side and seven places left', async () => {
  const open = meeting('jauniesu-stasti')
  const { slots } = (await releasedAgenda(db, open)) ?? expect.unreachable()
  const sideBySide = Map.groupBy(slots, ({ startsAt }) => startsAt)
  expect([...sideBySide.values()].some((together) => together.length === 2)).toBe(true)
  expect(open.capacity - (await standing(db, open)).taken).toBe(7)
})

test('the full meeting has a waiting list, and an offer that can still be taken', async () => {
  const full = meeting('musu-vieta-pilseta')
  expect(await standing(db, full)).toMatchObject({ confirmed: 23, offered: 1, waiting: 5, taken: 24 })
  const offered = (await peopleOf(full)).find(({ status }) => status === 'offered')
  expect(Temporal.Instant.compare(offered?.heldUntil ?? now, now)).toBe(1)
})

test('of the past meetings’ people only counts are left, from all eleven groups', async () => {
  const past = (await Promise.all(meetings.slice(0, 3).map(peopleOf))).flat()
  expect(past.length).toBeGreaterThan(90)
  expect(past.filter(({ name, email, emailKey }) => name ?? email ?? emailKey)).toEqual([])
  expect(new Set(past.map(({ groupId }) => groupId)).size).toBe(11)
})

test('so many came of each of the eleven groups that its number may be shown', async () => {
  const { tables, aims } = await numbersOf(db, project, now)
  expect(tables.came.byGroup.totals).toHaveLength(11)
  expect(tables.came.byGroup.totals.filter((total) => total === null || total < 5)).toEqual([])
  expect(aims.every(({ reached }) => reached.number !== null)).toBe(true)
})

test('most of those who came to a past meeting have said how it was, and nothing leads back to them', async () => {
  for (const past of meetings.slice(0, 3)) {
    const results = (await resultsOf(db, past)) ?? expect.unreachable()
    expect(results.answers).toBeGreaterThan(15)
    for (const { mean } of results.marks) expect(mean).toBeGreaterThan(2)
  }
  expect(await db.select().from(surveyLinks)).toEqual([])
})

test('nobody is written to but at example.org, and nothing is left to post but two letters put aside', async () => {
  const written = await db.select().from(letters)
  expect(written.length).toBeGreaterThan(80)
  expect(written.filter(({ recipient }) => !recipient.endsWith('@example.org'))).toEqual([])
  const left = written.filter(({ sentAt, endedAt }) => !sentAt && !endedAt)
  expect(left.map(({ kind, heldAt }) => [kind, heldAt !== null])).toEqual(Array(2).fill(['agenda-changed', true]))
  expect(left.filter(({ words }) => words)).toHaveLength(1)
})

test('nobody registers twice under one name or address', async () => {
  const people = await peopleOf(meeting('jauniesu-stasti'))
  expect(new Set(people.map(({ name }) => name)).size).toBe(people.length)
  expect(new Set(people.map(({ emailKey }) => emailKey)).size).toBe(people.length)
})

test('the next meeting’s room is open ahead of it: questions to be seen and to be looked at, and a poll in which people vote', async () => {
  const open = meeting('jauniesu-stasti')
  expect(isRoomOpen(open, now)).toBe(true)
  const asked = await askedIn(db, open, null)
  expect(Object.groupBy(asked, ({ status }) => status)).toMatchObject({ shown: { length: 4 }, waiting: { length: 2 } })
  expect(asked.map(({ votes }) => votes)).toEqual([9, 7, 5, 3, 0, 0])
  const [running] = await pollsInRoom(db, open)
  expect([running && pollState(running.poll), running?.votes.length]).toEqual(['open', 27])
})

function meeting(slug: string): Meeting {
  return meetings.find((one) => one.slug === slug) ?? expect.unreachable()
}

async function peopleOf({ id }: Meeting) {
  return (await db.select().from(registrations)).filter(({ meetingId }) => meetingId === id)
}
