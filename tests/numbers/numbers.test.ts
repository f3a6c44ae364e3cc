import { expect, test } from 'vitest'
import { headCounts, indicators, projects, registrations } from '../../db/schema.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { attendanceOf } from '../../server/numbers/attendance.ts'
import { numbersOf } from '../../server/numbers/numbers.ts'
import { forgetPeople } from '../../server/retention/forget-people.ts'
import { addMeeting, world } from '../world.ts'
import { cameIn, counting, signedUp, write } from './cast.ts'

const days = (number: number) => ({ hours: 24 * number })

/** Two meetings: somebody who comes to both, a class, friends, a walk-in, and some in nobody's list. */
async function twoMeetings() {
  const here = await world()
  const { db, project, kickoff, pupils, teachers } = here
  const finale = await addMeeting(db, project, {
    slug: 'finale',
    number: 2,
    startsAt: kickoff.startsAt.add(days(60)),
    endsAt: kickoff.endsAt.add(days(60)),
  })
  const [first, second] = [kickoff.id, finale.id]
  const noor = { email: 'noor@example.org', birthYear: 2010, groupId: pupils.id }
  await cameIn(db, await signedUp(db, { meetingId: first, ...noor }))
  await cameIn(db, await signedUp(db, { meetingId: second, ...noor }))
  await signedUp(db, { meetingId: first, birthYear: 2007, groupId: pupils.id })
  await signedUp(db, { meetingId: first, status: 'waiting', groupId: pupils.id })
  const brings = { kind: 'class' as const, className: '9.b', seats: 22, adults: 2, groupId: teachers.id }
  await cameIn(db, await signedUp(db, { meetingId: first, ...brings }), 3, 16)
  await cameIn(db, await signedUp(db, { meetingId: first, kind: 'friends', seats: 3, groupId: pupils.id }), 1)
  await cameIn(db, await signedUp(db, { meetingId: first, walkIn: true, birthYear: 1980, groupId: pupils.id }))
  await write(db, (tx) =>
    tx.insert(headCounts).values({ meetingId: first, groupId: teachers.id, people: 6, at: here.now }),
  )
  return { ...here, finale, fresh: async () => (await db.select().from(projects))[0] ?? project }
}

test('who registered, came and walked in is counted by meeting, group and age, without the adults of a class', async () => {
  const { db, project, kickoff, finale, pupils, teachers } = await twoMeetings()
  const { cells } = await attendanceOf(db, project)
  const summed = new Map<string, number[]>()
  for (const { meetingId, groupId, band, registered, came, walkIns } of cells) {
    const where = `${meetingId === kickoff.id ? 'kickoff' : 'finale'} ${groupId === pupils.id ? 'pupils' : 'teachers'} ${band}`
    const before = summed.get(where) ?? [0, 0, 0]
    summed.set(
      where,
      [registered, came, walkIns].map((one, at) => one + (before[at] ?? 0)),
    )
  }
  expect(Object.fromEntries(summed)).toEqual({
    'kickoff pupils 16–18': [1, 1, 0],
    'kickoff pupils 19–25': [1, 0, 0],
    'kickoff pupils 26+': [0, 1, 1],
    'kickoff pupils null': [3, 2, 0],
    'kickoff teachers null': [20, 24, 6],
    'finale pupils 16–18': [1, 1, 0],
  })
  expect([finale.number, teachers.projectId]).toEqual([2, project.id])
})

test('whoever comes twice is one participant while their address is known; funders differ on who else is', async () => {
  const { db, project, now, kickoff, fresh } = await twoMeetings()
  const came = { people: 1 + 18 + 2 + 1 + 6, registered: 1 + 1 + 20 + 3 + 1 + 6 }
  expect((await numbersOf(db, project, now)).participants).toEqual({ number: came.people, atLeast: false })
  await counting(db, { participant: 'registered', withAdults: true })
  const { participants } = await numbersOf(db, await fresh(), now)
  expect(participants).toEqual({ number: came.registered + 2, atLeast: false })
  await counting(db, {})
  await forgetPeople(db, filesInFolder('/nonexistent'), kickoff.endsAt.add(days(31)))
  const after = await numbersOf(db, project, now)
  expect([after.participants.number, after.someAnew]).toEqual([came.people + 1, true])
})

test('once years of birth are wiped, the bands they were counted in stay', async () => {
  const { db, project, kickoff } = await twoMeetings()
  const before = (await attendanceOf(db, project)).cells
  await forgetPeople(db, filesInFolder('/nonexistent'), kickoff.endsAt.add(days(31)))
  expect((await attendanceOf(db, project)).cells).toEqual(before)
  const rows = await db.select().from(registrations)
  const known = rows.filter(({ meetingId }) => meetingId === kickoff.id)
  expect(known.map(({ birthYear, countedBand }) => [birthYear, countedBand])).toContainEqual([null, '16–18'])
  expect(known.filter(({ birthYear }) => birthYear !== null)).toEqual([])
})

test('what was promised stands beside what was reached, and never a few people', async () => {
  const { db, project, now, kickoff } = await twoMeetings()
  const aim = (counts: (typeof indicators.$inferSelect)['counts'], position: number) => {
    return { projectId: project.id, position, name: { lv: counts }, counts, planned: 40, reached: 7 }
  }
  const all = ['participants', 'young', 'attendances', 'meetings', 'by-hand'] as const
  await write(db, (tx) => tx.insert(indicators).values(all.map(aim)))
  const reached = async (at = now) =>
    (await numbersOf(db, project, at)).aims.map(({ indicator, reached }) => [
      indicator.counts,
      reached.number,
      reached.atLeast,
    ])
  expect(await reached(kickoff.endsAt)).toEqual([
    ['participants', 28, false],
    ['young', 15, true],
    ['attendances', 29, false],
    ['meetings', 1, false],
    ['by-hand', 7, false],
  ])
  await counting(db, { smallest: 30 })
  const [fresh] = await db.select().from(projects)
  expect((await numbersOf(db, fresh ?? project, now)).aims.map(({ reached }) => reached.number)).toEqual([
    null,
    null,
    null,
    0,
    7,
  ])
})

test('one grown-up who comes to every meeting does not follow from how many of all were young', async () => {
  const { db, project, kickoff, pupils, now } = await world()
  const six = [kickoff]
  for (const number of [2, 3, 4, 5, 6]) six.push(await addMeeting(db, project, { slug: `meeting-${number}`, number }))
  const come = async (meetingId: string, email: string, birthYear: number) =>
    await cameIn(db, await signedUp(db, { meetingId, email, birthYear, groupId: pupils.id }))
  for (const { id } of six) {
    await come(id, 'grown-up@example.org', 1980)
    for (let at = 0; at < 10; at++) await come(id, `young-${at}@example.org`, 2009)
  }
  const { participants, young, tables } = await numbersOf(db, project, now)
  expect([participants.number, tables.came.byBand.totals]).toEqual([11, [60, 6]])
  expect(young).toEqual({ number: 5, atLeast: true })
})
