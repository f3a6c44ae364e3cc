import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { letters, meetings } from '../../db/schema.ts'
import { writers } from '../../server/letters.ts'
import { createMeeting } from '../../server/meetings/create-meeting.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { register } from '../../server/registrations/register.ts'
import { remindersOf } from '../../server/reminders/queries.ts'
import { remindOfMeetings } from '../../server/reminders/remind.ts'
import { setReminders } from '../../server/reminders/set-reminders.ts'
import { noor, sami, type Young } from '../cast.ts'
import { registrationBy } from '../registrations/places.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'

const hours = (count: number) => ({ hours: count })

/** A meeting in nineteen days with two people, of which so many have a place, reminded of so many hours ahead. */
async function reminded(ahead: number[], capacity = 2) {
  const here = await world({ capacity })
  const { db, project, kickoff, owner, pupils } = here
  for (const person of [noor, sami]) await register(db, project, kickoff, { ...person, groupId: pupils.id }, now)
  await setReminders(db, { project, meeting: kickoff }, ahead, owner, now)
  const before = (count: number) => kickoff.startsAt.subtract(hours(count))
  const remindersTo = async ({ email }: Young) =>
    (await db.select().from(letters).where(eq(letters.kind, 'reminder'))).filter(({ recipient }) => recipient === email)
  const move = async (startsAt: Temporal.Instant, changedAt: Temporal.Instant) => {
    const moved = { startsAt, endsAt: startsAt.add(hours(2)), changedAt }
    await db.transact((tx) => tx.update(meetings).set(moved).where(eq(meetings.id, kickoff.id)), {
      touches: 'everything',
    })
  }
  const written = async (person: Young, at: Temporal.Instant) => {
    const letter = (await remindersTo(person)).at(-1)
    const config = { publicUrl: 'https://kopa.example.org', mailFrom: 'kopa@example.org', readsMail: false }
    return letter ? await writers.reminder?.(db, letter, { config, now: at }) : null
  }
  return { ...here, before, remindersTo, move, written }
}

test('whoever has a place is reminded once, when the time comes, and not who waits', async () => {
  const { db, before, remindersTo, written } = await reminded([24], 1)
  await remindOfMeetings(db, before(24).subtract({ seconds: 1 }))
  expect(await remindersTo(noor)).toEqual([])
  await Promise.all([remindOfMeetings(db, before(24)), remindOfMeetings(db, before(24))])
  await remindOfMeetings(db, before(1))
  expect([await remindersTo(noor), await remindersTo(sami)].map(({ length }) => length)).toEqual([1, 0])
  const letter = await written(noor, before(24))
  expect(letter?.subject).toBe('See you soon: Kick-off')
  expect(letter?.calendar).toBeUndefined()
})

test('several that fell due while nobody was there to send them are one letter', async () => {
  const { db, before, remindersTo } = await reminded([72, 24, 3])
  await remindOfMeetings(db, before(2))
  expect(await remindersTo(noor)).toHaveLength(1)
})

test('none is caught up that was chosen when its time had passed, and none comes once the meeting has begun', async () => {
  const { db, project, kickoff, owner, before, remindersTo } = await reminded([])
  await setReminders(db, { project, meeting: kickoff }, [24, 3], owner, before(20))
  await remindOfMeetings(db, before(19))
  await remindOfMeetings(db, kickoff.startsAt)
  expect(await remindersTo(noor)).toEqual([])
})

test('when the meeting moves, the reminder moves with it, and what was not posted yet says nothing', async () => {
  const { db, kickoff, before, remindersTo, move, written } = await reminded([24])
  await remindOfMeetings(db, before(24))
  const later = kickoff.startsAt.add(hours(7 * 24))
  await move(later, before(23))
  expect(await written(noor, before(23))).toBeNull()
  await remindOfMeetings(db, before(22))
  expect(await remindersTo(noor)).toHaveLength(1)
  await remindOfMeetings(db, later.subtract(hours(24)))
  expect(await remindersTo(noor)).toHaveLength(2)
  expect(await written(noor, later.subtract(hours(24)))).not.toBeNull()
})

test('whoever just read of the new time is not reminded of it in the next breath', async () => {
  const { db, before, remindersTo, move } = await reminded([24])
  await move(before(100), before(110))
  await remindOfMeetings(db, before(109))
  expect(await remindersTo(noor)).toEqual([])
})

test.each(['draft', 'postponed', 'cancelled'] as const)(
  'nobody is reminded of a meeting that is %s',
  async (status) => {
    const { db, kickoff, before, remindersTo } = await reminded([24])
    await db.transact((tx) => tx.update(meetings).set({ status }).where(eq(meetings.id, kickoff.id)), {
      touches: 'everything',
    })
    await remindOfMeetings(db, before(24))
    expect(await remindersTo(noor)).toEqual([])
  },
)

test('whoever gives their place back before it is posted hears nothing', async () => {
  const { db, project, kickoff, before, written } = await reminded([24])
  await remindOfMeetings(db, before(24))
  await cancel(db, project, kickoff, await registrationBy(db, noor), before(24))
  expect(await written(noor, before(24))).toBeNull()
})

test('a new meeting reminds the day before; organisers choose other times, or none', async () => {
  const { db, project, owner, kickoff } = await reminded([])
  const app = await testApp(db)
  const headers = { ...(await signedInAs(db, owner)), ...form({}).headers }
  const url = '/organise/gen-y-city/kickoff/reminders?lang=en'
  const save = (ticks: Record<string, string>) => app.inject({ method: 'POST', url, ...form(ticks), headers })
  const chosen = async () => (await remindersOf(db, kickoff)).map(({ hoursAhead }) => hoursAhead)
  expect((await save({ 'hours.168': 'yes', 'hours.3': 'yes', 'hours.5': 'yes' })).statusCode).toBe(303)
  expect(await chosen()).toEqual([168, 3])
  const { body } = await app.inject({ url, headers })
  expect(body).toContain('7 days before')
  expect(body).toContain('goes to 2 people')
  await save({})
  expect(await chosen()).toEqual([])
  const day = { startsAt: kickoff.startsAt, endsAt: kickoff.endsAt }
  const input = { ...kickoff, slug: 'second', days: [day] }
  const second = await createMeeting(db, project, input, owner, now)
  expect((await remindersOf(db, second)).map(({ hoursAhead }) => hoursAhead)).toEqual([24])
})
