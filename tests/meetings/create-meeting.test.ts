import { expect, test } from 'vitest'
import { createMeeting } from '../../server/meetings/create-meeting.ts'
import { daysOf, meetingsOf } from '../../server/meetings/queries.ts'
import { now, world } from '../world.ts'
import { day, plan } from './input.ts'
import { differences, everyRow } from './rows.ts'

test('a new meeting is a draft at the end of the series', async () => {
  const { db, project, kickoff, owner } = await world()
  const before = await everyRow(db)
  const meeting = await createMeeting(db, project, plan(), owner, now)
  expect(meeting).toMatchObject({
    projectId: project.id,
    number: kickoff.number + 1,
    slug: 'stories',
    status: 'draft',
    sequence: 0,
    surveys: true,
    createdAt: now,
    publishedAt: null,
    ...plan().days[0],
  })
  const none = { removed: 0 }
  expect(differences(before, await everyRow(db))).toEqual({
    meetings: { added: 1, ...none },
    days: { added: 1, ...none },
    reminders: { added: 1, ...none },
    history: { added: 1, ...none },
  })
})

test('it spans from the first of its days to the last, in whatever order they come', async () => {
  const { db, project, owner } = await world()
  const days = [day('2026-12-13', '10:00', '16:00'), day('2026-12-12', '17:00', '19:30')]
  const meeting = await createMeeting(db, project, plan({ days }), owner, now)
  expect([meeting.startsAt, meeting.endsAt]).toEqual([days[1]?.startsAt, days[0]?.endsAt])
  expect((await daysOf(db, meeting)).map(({ startsAt }) => startsAt)).toEqual([days[1]?.startsAt, days[0]?.startsAt])
})

test('meetings made at the same moment get numbers of their own', async () => {
  const { db, project, owner } = await world()
  const slugs = ['one', 'two', 'three', 'four']
  await Promise.all(slugs.map((slug) => createMeeting(db, project, plan({ slug }), owner, now)))
  expect((await meetingsOf(db, project)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
})

test.each([
  ['no day', [], 'meeting.needs-day'],
  ['an end before its start', [day('2026-12-12', '17:00', '16:00')], 'problem.end-before-start'],
  [
    'days that overlap',
    [day('2026-12-12', '10:00', '15:00'), day('2026-12-12', '14:00', '16:00')],
    'meeting.days-overlap',
  ],
])('a meeting with %s is refused, and nothing is kept of it', async (_, days, key) => {
  const { db, project, owner } = await world()
  const before = await everyRow(db)
  await expect(createMeeting(db, project, plan({ days }), owner, now)).rejects.toMatchObject({ key })
  expect(differences(before, await everyRow(db))).toEqual({})
})

test('making the same meeting twice makes it once', async () => {
  const { db, project, owner } = await world()
  await createMeeting(db, project, plan(), owner, now)
  const before = await everyRow(db)
  await expect(createMeeting(db, project, plan(), owner, now)).rejects.toMatchObject({ key: 'problem.taken' })
  expect(differences(before, await everyRow(db))).toEqual({})
})
