import { expect, test } from 'vitest'
import type { Tx } from '../../db/open.ts'
import { days, letters, type Meeting, manageLinks, registrations } from '../../db/schema.ts'
import { affected } from '../../server/agenda/affected.ts'
import { compare } from '../../server/agenda/compare.ts'
import { draftAgenda, releasedAgenda } from '../../server/agenda/queries.ts'
import { planned } from '../../server/agenda/release.ts'
import { release } from '../../server/agenda/release-agenda.ts'
import { tellRelease } from '../../server/digest/tell-release.ts'
import { postponeMeeting } from '../../server/meetings/postpone-meeting.ts'
import { publishMeeting } from '../../server/meetings/publish-meeting.ts'
import { noor } from '../cast.ts'
import { now } from '../world.ts'
import { agendaEvening, calendarsIn } from './agenda-evening.ts'
import { shift } from './edit.ts'

const minutes = (count: number) => now.add({ minutes: count })
const week = 7 * 24

/** Luna and Bats are released; Noor comes, and a speaker of each has heard of their time. */
async function released(meeting: Partial<Meeting> = {}) {
  const here = await agendaEvening(meeting)
  const [luna, bats] = [await here.add('Luna'), await here.add('Bats')]
  const [lunas, batty] = [await here.speaker('Luna', luna), await here.speaker('Bats', bats)]
  await here.registered(noor)
  await here.release()
  await here.posted(minutes(10))
  return { ...here, luna, bats, lunas, batty }
}

test('a meeting that moves tells its guests itself; speakers hear of their own slot, and it moves in their calendar', async () => {
  const here = await released()
  await shift(here, week, minutes(20))
  await here.posted(minutes(40))
  expect(here.to(noor).map(({ subject }) => subject)).toEqual(['Changed: Kick-off'])
  const [, mail] = here.to(here.lunas)
  expect(mail?.text).toContain(
    [
      'When: Saturday, 19 December 2026, 17:00–17:10 (Eastern European Standard Time)',
      '  Before: Saturday, 12 December 2026, 17:00–17:10',
    ].join('\n'),
  )
  expect(mail?.text).not.toContain('What else has changed')
  expect(calendarsIn(mail)).toMatchObject([{ method: 'REQUEST', sequence: 2, startsAt: '2026-12-19T15:00:00Z' }])
})

test('what was released before the meeting moved is told as it is on the new day, and the move not once more', async () => {
  const here = await released()
  await here.change(here.luna, { minutes: 15 })
  await here.release(minutes(20))
  await shift(here, week, minutes(25))
  await here.posted(minutes(26))
  await here.posted(minutes(40))
  const told = here.to(noor).map(({ subject, text }) => [subject, /^17:.*\n.*\n.*\n.*$/m.exec(text ?? '')?.[0]])
  expect(told).toEqual([
    ['Changed: Kick-off', undefined],
    [
      'Agenda changed: Kick-off',
      '17:00–17:15: Luna, Hall\n  Before: 17:00–17:10\n17:15–17:25: Bats, Hall\n  Before: 17:10–17:20',
    ],
  ])
})

test('a guest who speaks hears of the move from the meeting, and of their slot’s new time', async () => {
  const here = await released()
  const who = await here.speaker('Noor', here.luna, { email: noor.email })
  await shift(here, week, minutes(20))
  await here.posted(minutes(21))
  await here.posted(minutes(40))
  expect(here.to(who).map(({ subject }) => subject)).toEqual(['Changed: Kick-off', 'Changed: your slot at Kick-off'])
})

test('nobody hears of a postponed meeting’s agenda, and everybody once it has its new date', async () => {
  const here = await released()
  await postponeMeeting(here.db, here.project, here.kickoff, here.owner, minutes(30))
  await here.change(here.bats, { dayId: null }, minutes(40))
  await here.release(minutes(40))
  await here.posted(minutes(60))
  expect(await here.outbox()).toHaveLength(2)
  await shift(here, week, minutes(70))
  await here.posted(minutes(71))
  await here.posted(minutes(90))
  expect(here.to(here.batty).map(({ subject }) => subject)).toEqual(
    expect.arrayContaining(['No longer on the agenda: your slot at Kick-off']),
  )
  expect(here.to(here.batty).find(({ subject }) => subject?.startsWith('Changed'))?.text).toContain(
    [
      'When: Saturday, 19 December 2026, 17:00–19:30 (Eastern European Standard Time)',
      '  Before: Saturday, 12 December 2026, 17:00–19:30',
    ].join('\n'),
  )
  expect(here.to(noor).at(-1)?.text).toContain('Bats, Hall – no longer on the agenda')
  expect(here.to(here.lunas).at(-1)?.text).toContain('Saturday, 19 December 2026, 17:00–17:10')
})

test('what was released while the meeting was a draft, its speakers hear when it is published', async () => {
  const here = await agendaEvening({ status: 'draft', publishedAt: null })
  const luna = await here.add('Luna')
  const who = await here.speaker('Luna', luna)
  await here.release()
  expect(await here.outbox()).toEqual([])
  await publishMeeting(here.db, here.project, here.kickoff, here.owner, minutes(5))
  await here.posted(minutes(15))
  expect(here.to(who).map(({ subject }) => subject)).toEqual(['Your time is set: Kick-off'])
})

test('a late day is told to nobody, not even in the next letter', async () => {
  const here = await released()
  const was = (await releasedAgenda(here.db, here.kickoff))?.slots ?? []
  const later = (at: string) => Temporal.Instant.from(at).add({ minutes: 10 }).toString()
  const late = was.map((slot) => ({ ...slot, startsAt: later(slot.startsAt), endsAt: later(slot.endsAt) }))
  await here.db.transact(
    (tx) => release(tx, { ...here, meeting: here.kickoff }, late, here.owner, minutes(20), { lateMinutes: 10 }),
    {
      touches: here.project.id,
    },
  )
  expect((await here.outbox()).filter(({ sentAt }) => sentAt === null)).toEqual([])
  const renamed = late.map((slot) => (slot.id === here.bats.id ? { ...slot, title: { en: 'City of bats' } } : slot))
  await here.db.transact((tx) => release(tx, { ...here, meeting: here.kickoff }, renamed, here.owner, minutes(30)), {
    touches: here.project.id,
  })
  await here.posted(minutes(40))
  expect(here.to(noor)[0]?.text).toContain('Kick-off\n17:20–17:30: City of bats, Hall\n  Before: Bats\n\n')
})

test('over several days every time has its day; without quiet minutes letters go at once', async () => {
  const here = await agendaEvening({ quietMinutes: 0 })
  const [startsAt, endsAt] = [here.kickoff.startsAt.add({ hours: 24 }), here.kickoff.endsAt.add({ hours: 24 })]
  await here.db.transact((tx) => tx.insert(days).values({ meetingId: here.kickoff.id, startsAt, endsAt }), {
    touches: 'nothing',
  })
  const luna = await here.add('Luna')
  await here.registered(noor)
  await here.release()
  const second = (await draftAgenda(here.db, here.kickoff)).days[1]
  await here.change(luna, { dayId: second?.id ?? null })
  await here.release(minutes(1))
  await here.posted(minutes(1))
  expect(here.to(noor)[0]?.text).toContain('Sun 13 Dec, 17:00–17:10: Luna, Hall\n  Before: Sat 12 Dec, 17:00–17:10')
})

test('organisers see how many a release would concern', async () => {
  const here = await released()
  const would = async () => {
    const agenda = await releasedAgenda(here.db, here.kickoff)
    const changes = compare(agenda?.slots ?? [], planned(await draftAgenda(here.db, here.kickoff)))
    return await affected(here.db, here.kickoff, { released: agenda, changes })
  }
  expect(await would()).toEqual({ people: 0, speakers: 0 })
  await here.change(here.bats, { summary: { lv: 'Citiem vārdiem.' } })
  expect(await would()).toEqual({ people: 0, speakers: 0 })
  await here.change(here.bats, { minutes: 20 })
  expect(await would()).toEqual({ people: 1, speakers: 1 })
  await here.change(here.luna, { minutes: 20 })
  expect(await would()).toEqual({ people: 1, speakers: 2 })
})

test('two thousand guests are told in a few statements, each with a link of their own', async () => {
  const here = await released()
  const people = Array.from({ length: 2000 }, (_, i) => ({
    meetingId: here.kickoff.id,
    arrival: i + 10,
    email: `person-${i}@example.org`,
    emailKey: `person-${i}@example.org`,
    locale: 'lv' as const,
    status: 'confirmed' as const,
    statusAt: now,
    createdAt: now,
  }))
  await here.db.transact(
    async (tx) => {
      for (let i = 0; i < people.length; i += 500) await tx.insert(registrations).values(people.slice(i, i + 500))
      await tx.delete(letters)
      await tx.delete(manageLinks)
    },
    { touches: 'nothing' },
  )
  await here.change(here.luna, { minutes: 15 })
  const slots = planned(await draftAgenda(here.db, here.kickoff))
  const statements: (string | symbol)[] = []
  const where = { project: here.project, meeting: here.kickoff }
  await here.db.transact((tx) => release(countedIn(statements, tx), where, slots, here.owner, minutes(20)), {
    touches: 'nothing',
  })
  expect(statements.length).toBeLessThan(30)
  const again: (string | symbol)[] = []
  await here.db.transact((tx) => tellRelease(countedIn(again, tx), where, 1, minutes(21)), { touches: 'nothing' })
  expect(again.length).toBeLessThan(15)
  const rows = await here.outbox()
  expect(new Set(rows.map(({ recipient }) => recipient)).size).toBe(2003)
  expect(rows).toHaveLength(2003)
  expect(new Set(rows.map(({ dueAt }) => dueAt.toString()))).toEqual(new Set([minutes(31).toString()]))
  expect(await here.db.select().from(manageLinks)).toHaveLength(2001)
})

function countedIn(statements: (string | symbol)[], tx: Tx): Tx {
  const get = (one: Tx, name: keyof Tx) => {
    statements.push(name)
    return one[name].bind(one)
  }
  return new Proxy(tx, { get: (one, name) => get(one, name as keyof Tx) })
}
