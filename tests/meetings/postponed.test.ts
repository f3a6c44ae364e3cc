import { expect, test } from 'vitest'
import { and, eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { letters, type Meeting } from '../../db/schema.ts'
import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { editMeeting } from '../../server/meetings/edit-meeting.ts'
import type { MeetingInput } from '../../server/meetings/input.ts'
import { postponeMeeting } from '../../server/meetings/postpone-meeting.ts'
import { peopleToTell } from '../../server/meetings/queries.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { registrationWriters } from '../../server/registrations/letters/letters.ts'
import { accept, lapsePlaces } from '../../server/registrations/places/offer.ts'
import { heldBy } from '../../server/registrations/queries.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, noor, sami, type Young } from '../cast.ts'
import { config } from '../mail/config.ts'
import { lettersTo, lettersWent, places, registrationBy } from '../registrations/places.ts'
import { now, world } from '../world.ts'
import { asItIs } from './input.ts'

const days = (number: number) => ({ hours: 24 * number })

/** Noor had the only place and has given it back, before or after the meeting was postponed; Sami and Līga wait. */
async function queue(order: 'postponed first' | 'freed first') {
  const here = await world({ capacity: 1 })
  const { db, project, kickoff, owner } = here
  for (const person of [noor, sami, liga]) await register(db, project, kickoff, { ...person, groupId: null }, now)
  const free = async () => cancel(db, project, kickoff, await registrationBy(db, noor), now)
  if (order === 'freed first') await free()
  const meeting = await postponeMeeting(db, project, kickoff, owner, now)
  if (order === 'postponed first') await free()
  await lettersWent(db, now)
  return { ...here, meeting }
}

/** The same meeting, so many days later. */
function moved(meeting: Meeting, by: number): MeetingInput {
  return { ...meeting, days: [{ startsAt: meeting.startsAt.add(days(by)), endsAt: meeting.endsAt.add(days(by)) }] }
}

async function writtenTo(db: Database, { email }: Young, kind: 'changed' | 'cancelled', at: Temporal.Instant) {
  const its = and(eq(letters.kind, kind), eq(letters.recipient, email))
  const [letter = expect.unreachable()] = await db.select().from(letters).where(its)
  return await registrationWriters[kind](db, letter, { config, now: at })
}

/** Noor has a place at a meeting that was then postponed, and has been told. */
async function postponed() {
  const here = await world()
  await register(here.db, here.project, here.kickoff, { ...noor, groupId: null }, now)
  const meeting = await postponeMeeting(here.db, here.project, here.kickoff, here.owner, now)
  await lettersWent(here.db, now)
  return { ...here, meeting }
}

test('called off after its old date, a postponed meeting still tells everybody', async () => {
  const { db, project, meeting, owner } = await postponed()
  const afterwards = meeting.endsAt.add(days(100))
  expect(await peopleToTell(db, meeting, afterwards)).toBe(1)
  await cancelMeeting(db, project, meeting, owner, afterwards)
  expect(await lettersTo(db, noor)).toEqual(['cancelled', 'confirmation', 'postponed'])
  const written = await writtenTo(db, noor, 'cancelled', afterwards)
  expect(written?.calendar?.content).toContain('STATUS:CANCELLED')
})

test('the link in a letter about a meeting postponed long ago opens', async () => {
  const { db, project, meeting, owner } = await postponed()
  const afterwards = meeting.endsAt.add(days(100))
  await editMeeting(db, project, meeting, { ...asItIs(meeting), title: { lv: 'Vēlāk' } }, owner, afterwards)
  const [letter] = await db.select().from(letters).where(eq(letters.kind, 'changed'))
  expect(await heldBy(db, letter?.token ?? '', afterwards)).toMatchObject({ registration: { name: 'Noor' } })
})

test('a place freed while the meeting is postponed is offered once it has a new date', async () => {
  const { db, project, meeting, owner } = await queue('postponed first')
  expect(await places(db, meeting)).toEqual({ Noor: 'cancelled', Sami: 'waiting', Līga: 'waiting' })
  await editMeeting(db, project, meeting, moved(meeting, 7), owner, now)
  expect(await places(db, meeting)).toEqual({ Noor: 'cancelled', Sami: 'offered', Līga: 'waiting' })
  expect(await lettersTo(db, sami)).toEqual(['changed', 'offer', 'postponed', 'waiting'])
})

test('an offer does not run out while the meeting is postponed, and begins anew with the new date', async () => {
  const { db, project, meeting, owner } = await queue('freed first')
  const monthsLater = meeting.endsAt.add(days(60))
  await lapsePlaces(db, monthsLater)
  expect(await places(db, meeting)).toEqual({ Noor: 'cancelled', Sami: 'offered', Līga: 'waiting' })
  await editMeeting(db, project, meeting, moved(meeting, 90), owner, monthsLater)
  expect((await registrationBy(db, sami)).heldUntil).toEqual(monthsLater.add(days(1)))
  expect((await writtenTo(db, sami, 'changed', monthsLater))?.text).toContain('2027. gada 11. februārī, 19.30')
  await lapsePlaces(db, monthsLater.add(days(1)))
  expect(await places(db, meeting)).toEqual({ Noor: 'cancelled', Sami: 'lapsed', Līga: 'offered' })
})

test('an offered place can be taken while the meeting is postponed', async () => {
  const { db, project, meeting } = await queue('freed first')
  await accept(db, project, meeting, await registrationBy(db, sami), now.add(days(3)))
  expect(await places(db, meeting)).toEqual({ Noor: 'cancelled', Sami: 'confirmed', Līga: 'waiting' })
})

test('a meeting brought forward takes the deadline of its offers along', async () => {
  const { db, project, kickoff, owner } = await world({ capacity: 1, offerHours: 24 * 14 })
  for (const person of [noor, sami]) await register(db, project, kickoff, { ...person, groupId: null }, now)
  await cancel(db, project, kickoff, await registrationBy(db, noor), now)
  const earlier = await editMeeting(db, project, kickoff, moved(kickoff, -10), owner, now)
  expect((await registrationBy(db, sami)).heldUntil).toEqual(earlier.startsAt)
})
