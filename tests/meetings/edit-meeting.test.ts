import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting } from '../../db/schema.ts'
import { letters, registrations, slots } from '../../db/schema.ts'
import { createMeeting } from '../../server/meetings/create-meeting.ts'
import { editMeeting } from '../../server/meetings/edit-meeting.ts'
import { daysOf } from '../../server/meetings/queries.ts'
import { registrationWriters } from '../../server/registrations/letters/letters.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, noor, sami } from '../cast.ts'
import { config } from '../mail/config.ts'
import { now, world } from '../world.ts'
import { asItIs, at, day, plan } from './input.ts'
import { differences, everyRow } from './rows.ts'

const later = now.add({ hours: 1 })

/** The world's meeting with people in it, whose letters have gone. */
async function attended(details: Partial<Meeting> = {}, people = [noor, sami]) {
  const here = await world(details)
  for (const person of people) await register(here.db, here.project, here.kickoff, { ...person, groupId: null }, now)
  await here.db.transact((tx) => tx.update(letters).set({ sentAt: now }), { touches: 'nothing' })
  return here
}

async function newsOf(db: Database, kind: string) {
  return await db.select().from(letters).where(eq(letters.kind, kind)).orderBy(letters.recipient)
}

test('moving a meeting by an hour raises its sequence, and tells each person once how it was', async () => {
  const { db, project, kickoff, owner } = await attended()
  const before = await everyRow(db)
  const days = [day('2026-12-12', '18:00', '20:30')]
  const moved = await editMeeting(db, project, kickoff, { ...asItIs(kickoff), days }, owner, later)
  expect(moved).toEqual({ ...kickoff, ...days[0], sequence: 1, changedAt: later })
  const told = await newsOf(db, 'changed')
  expect(told.map(({ recipient }) => recipient)).toEqual([noor.email, sami.email])
  expect(told[0]?.facts).toMatchObject({ startsAt: kickoff.startsAt.toString(), endsAt: kickoff.endsAt.toString() })
  const changed = differences(before, await everyRow(db))
  expect(changed).toMatchObject({ meetings: { added: 1, removed: 1 }, days: { added: 1, removed: 1 } })
  expect(Object.keys(changed).sort()).toEqual(['days', 'history', 'letters', 'manage_links', 'meetings'])
})

test('doing it twice equals doing it once', async () => {
  const { db, project, kickoff, owner } = await attended()
  const input = { ...asItIs(kickoff), address: 'Rīgas iela 2' }
  await editMeeting(db, project, kickoff, input, owner, later)
  const before = await everyRow(db)
  await editMeeting(db, project, kickoff, input, owner, later.add({ minutes: 1 }))
  expect(differences(before, await everyRow(db))).toEqual({})
})

test.each([
  ['title', { title: { lv: 'Noslēgums' } }],
  ['place', { placeName: { lv: 'Cietoksnis' } }],
  ['address', { address: 'Nikolaja iela 5' }],
  ['way in', { accessNotes: { lv: 'Lifts nedarbojas' } }],
  ['online link', { onlineUrl: 'https://meet.example.org/x' }],
  ['zone', { zone: 'Europe/Warsaw' }],
])('a changed %s is news', async (_, change) => {
  const { db, project, kickoff, owner } = await attended()
  const after = await editMeeting(db, project, kickoff, { ...asItIs(kickoff), ...change }, owner, later)
  expect(after).toMatchObject({ sequence: 1, changedAt: later })
  expect(await newsOf(db, 'changed')).toHaveLength(2)
})

test.each([
  ['description', { description: { lv: '**Viss**' } }],
  ['number of places', { capacity: 31 }],
  ['closing of registration', { closesAt: at('2026-12-11T12:00') }],
])('a changed %s disturbs nobody', async (_, change) => {
  const { db, project, kickoff, owner } = await attended()
  const after = await editMeeting(db, project, kickoff, { ...asItIs(kickoff), ...change }, owner, later)
  expect(after).toEqual({ ...kickoff, ...change })
  expect(await newsOf(db, 'changed')).toEqual([])
})

test('a changed summary changes the calendar entry, but writes to nobody', async () => {
  const { db, project, kickoff, owner } = await attended()
  const summary = { lv: 'Īsumā.' }
  const after = await editMeeting(db, project, kickoff, { ...asItIs(kickoff), summary }, owner, later)
  expect(after).toEqual({ ...kickoff, summary, sequence: 1, changedAt: later })
  expect(await newsOf(db, 'changed')).toEqual([])
})

test('people hear that the way in is another, and how it was', async () => {
  const { db, project, kickoff, owner } = await attended({ accessNotes: { en: 'There is a lift.' } })
  const broken = { ...asItIs(kickoff), accessNotes: { en: 'The lift is broken.' } }
  const after = await editMeeting(db, project, kickoff, broken, owner, later)
  const letter = (await newsOf(db, 'changed'))[0] ?? expect.unreachable()
  const written = async () =>
    (await registrationWriters.changed(db, { ...letter, locale: 'en' }, { config, now }))?.text
  expect(await written()).toContain('Getting in: The lift is broken.\n  Before: There is a lift.')
  await editMeeting(db, project, after, { ...broken, accessNotes: {} }, owner, later)
  expect(await written()).toContain('Getting in: nothing to know beforehand\n  Before: There is a lift.')
})

test('a draft may change as it likes: no sequence, no letters', async () => {
  const { db, project, owner } = await world()
  const draft = await createMeeting(db, project, plan(), owner, now)
  const changed = plan({ title: { lv: 'Cits' }, days: [day('2026-12-20', '10:00', '12:00')] })
  const after = await editMeeting(db, project, draft, changed, owner, later)
  expect(after).toMatchObject({ sequence: 0, changedAt: now, status: 'draft', title: { lv: 'Cits' } })
  expect(await db.select().from(letters)).toEqual([])
})

test('correcting the archive writes to nobody', async () => {
  const { db, project, kickoff, owner } = await attended()
  const afterwards = kickoff.endsAt.add({ hours: 24 })
  const input = { ...asItIs(kickoff), title: { lv: 'Kā tas bija' } }
  expect(await editMeeting(db, project, kickoff, input, owner, afterwards)).toMatchObject({ sequence: 1 })
  expect(await newsOf(db, 'changed')).toEqual([])
})

test('more places are offered to those who wait, in their order', async () => {
  const { db, project, kickoff, owner } = await attended({ capacity: 1 }, [noor, sami, liga])
  await editMeeting(db, project, kickoff, { ...asItIs(kickoff), capacity: 2 }, owner, later)
  const people = await db.select().from(registrations).orderBy(registrations.arrival)
  expect(people.map(({ name, status }) => [name, status])).toEqual([
    ['Noor', 'confirmed'],
    ['Sami', 'offered'],
    ['Līga', 'waiting'],
  ])
  expect((await newsOf(db, 'offer')).map(({ recipient }) => recipient)).toEqual([sami.email])
})

test('there are never fewer places than people who have one', async () => {
  const { db, project, kickoff, owner } = await attended()
  const before = await everyRow(db)
  const refused = editMeeting(db, project, kickoff, { ...asItIs(kickoff), capacity: 1 }, owner, later)
  await expect(refused).rejects.toMatchObject({ key: 'meeting.places-taken', values: { taken: 2 } })
  expect(differences(before, await everyRow(db))).toEqual({})
})

test('an address that people have been given stays', async () => {
  const { db, project, kickoff, owner } = await world()
  const refused = editMeeting(db, project, kickoff, { ...asItIs(kickoff), slug: 'elsewhere' }, owner, later)
  await expect(refused).rejects.toMatchObject({ key: 'meeting.address-stays' })
})

test('a postponed meeting takes place again once it has a new date', async () => {
  const { db, project, kickoff, owner } = await attended({ status: 'postponed', sequence: 1 }, [])
  const days = [day('2027-01-16', '17:00', '19:30')]
  const titled = await editMeeting(db, project, kickoff, { ...asItIs(kickoff), title: { lv: 'X' } }, owner, later)
  expect(titled).toMatchObject({ status: 'postponed', sequence: 2 })
  const dated = await editMeeting(db, project, kickoff, { ...asItIs(titled), days }, owner, later)
  expect(dated).toMatchObject({ status: 'published', sequence: 3, changedAt: later, ...days[0] })
})

test('what is planned on a day stays on it, and pins go along with it', async () => {
  const { db, project, owner } = await world()
  const two = [day('2026-12-12', '17:00', '19:30'), day('2026-12-13', '10:00', '12:00')]
  const draft = await createMeeting(db, project, plan({ days: two }), owner, now)
  const [first, second] = await daysOf(db, draft)
  const story = { meetingId: draft.id, position: 1, type: 'story', minutes: 15 } as const
  await db.transact(
    (tx) =>
      tx.insert(slots).values([
        { ...story, slug: 'opening', dayId: first?.id, pinnedAt: at('2026-12-12T17:30') },
        { ...story, slug: 'closing', dayId: second?.id },
      ]),
    { touches: project.id },
  )
  // The first day moves to where the second one was, and the second one further.
  const moved = [day('2026-12-13', '10:00', '12:30'), day('2026-12-14', '10:00', '12:00')]
  await editMeeting(db, project, draft, plan({ days: moved }), owner, later)
  expect((await daysOf(db, draft)).map(({ id }) => id)).toEqual([first?.id, second?.id])
  const planned = await db.select().from(slots).orderBy(slots.slug)
  expect(planned.map(({ slug, dayId, pinnedAt }) => [slug, dayId, pinnedAt])).toEqual([
    ['closing', second?.id, null],
    ['opening', first?.id, at('2026-12-13T10:30')],
  ])
  await editMeeting(db, project, draft, plan({ days: moved.slice(0, 1) }), owner, later)
  const left = await db.select().from(slots).orderBy(slots.slug)
  expect(left.map(({ slug, dayId }) => [slug, dayId])).toEqual([
    ['closing', null],
    ['opening', first?.id],
  ])
})

test('other hours of a day in the middle are news, told day by day', async () => {
  const { db, project, kickoff, owner } = await attended()
  const [first, middle, last] = [
    day('2026-12-12', '17:00', '19:30'),
    day('2026-12-13', '10:00', '16:00'),
    day('2026-12-14', '10:00', '12:00'),
  ]
  const three = await editMeeting(
    db,
    project,
    kickoff,
    { ...asItIs(kickoff), days: [first, middle, last] },
    owner,
    later,
  )
  await db.transact((tx) => tx.update(letters).set({ sentAt: later }), { touches: 'nothing' })
  const days = [first, day('2026-12-13', '13:00', '16:00'), last]
  const after = await editMeeting(db, project, three, { ...asItIs(three), days }, owner, later)
  expect(after).toEqual({ ...three, sequence: three.sequence + 1 })
  const letter = (await newsOf(db, 'changed')).find(({ sentAt }) => sentAt === null) ?? expect.unreachable()
  const written = await registrationWriters.changed(db, { ...letter, locale: 'en' }, { config, now: later })
  expect(written?.text).toContain(
    [
      'Saturday, 12 December 2026, 17:00–19:30',
      'Sunday, 13 December 2026, 13:00–16:00',
      'Monday, 14 December 2026, 10:00–12:00 (Eastern European Standard Time)',
      '  Before: Saturday, 12 December 2026, 17:00–19:30',
      'Sunday, 13 December 2026, 10:00–16:00',
      'Monday, 14 December 2026, 10:00–12:00',
    ].join('\n'),
  )
})
