import { expect, test } from 'vitest'
import type { Meeting } from '../../db/schema.ts'
import { letters, manageLinks, registrations } from '../../db/schema.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { editMeeting } from '../../server/meetings/edit-meeting.ts'
import { postponeMeeting } from '../../server/meetings/postpone-meeting.ts'
import { register } from '../../server/registrations/register.ts'
import { forgetPeople } from '../../server/retention/forget-people.ts'
import { noor } from '../cast.ts'
import { asItIs } from '../meetings/input.ts'
import { lettersTo, lettersWent, registrationBy } from '../registrations/places.ts'
import { addMeeting, now, world } from '../world.ts'

const days = (number: number) => ({ hours: 24 * number })
const noFiles = '/nonexistent'
const nobody = { name: null, email: null, replyToken: null, doorToken: null, emailKey: null }

async function withNoor(details: Partial<Meeting> = {}) {
  const here = await world(details)
  await register(here.db, here.project, here.kickoff, { ...noor, groupId: here.pupils.id }, now)
  await lettersWent(here.db, now)
  return { ...here, registration: await registrationBy(here.db, noor) }
}

test('30 days after a meeting its people are forgotten, and only that they came stays', async () => {
  const { db, project, kickoff, registration } = await withNoor()
  const other = await addMeeting(db, project, { slug: 'other', number: 2, endsAt: kickoff.endsAt.add(days(1)) })
  await register(db, project, other, { ...noor, groupId: null }, now)
  const before = await db.select().from(registrations).orderBy(registrations.id)
  await forgetPeople(db, filesInFolder(noFiles), kickoff.endsAt.add(days(30)))
  expect(await db.select().from(registrations).orderBy(registrations.id)).toEqual(before)
  await forgetPeople(db, filesInFolder(noFiles), kickoff.endsAt.add(days(30)).add({ seconds: 1 }))
  const after = before.map((one) => (one.id === registration.id ? { ...one, ...nobody } : one))
  expect(await db.select().from(registrations).orderBy(registrations.id)).toEqual(after)
  expect((await db.select().from(letters)).map(({ meetingId }) => meetingId)).toEqual([other.id])
  expect(await db.select().from(manageLinks)).toHaveLength(1)
})

test('the people of a postponed meeting are remembered until its new date', async () => {
  const { db, project, kickoff, owner } = await withNoor()
  const postponed = await postponeMeeting(db, project, kickoff, owner, now)
  const monthsLater = kickoff.endsAt.add(days(90))
  await forgetPeople(db, filesInFolder(noFiles), monthsLater)
  const later = { startsAt: kickoff.startsAt.add(days(120)), endsAt: kickoff.endsAt.add(days(120)) }
  await editMeeting(db, project, postponed, { ...asItIs(postponed), days: [later] }, owner, monthsLater)
  expect(await lettersTo(db, noor)).toContain('changed')
  await forgetPeople(db, filesInFolder(noFiles), later.endsAt.add(days(31)))
  expect(await db.select().from(registrations)).toMatchObject([nobody])
})

test('a meeting postponed for good keeps its people no longer than a year', async () => {
  const { db, project, kickoff, owner } = await withNoor()
  await postponeMeeting(db, project, kickoff, owner, now)
  await forgetPeople(db, filesInFolder(noFiles), kickoff.endsAt.add(days(365)))
  expect(await db.select().from(registrations)).toMatchObject([{ name: 'Noor' }])
  await forgetPeople(db, filesInFolder(noFiles), kickoff.endsAt.add(days(366)))
  expect(await db.select().from(registrations)).toMatchObject([nobody])
})

test('called off long after its date, a meeting keeps its people until they can have heard of it', async () => {
  const { db, project, kickoff, owner } = await withNoor()
  const postponed = await postponeMeeting(db, project, kickoff, owner, now)
  const monthsLater = kickoff.endsAt.add(days(90))
  await cancelMeeting(db, project, postponed, owner, monthsLater)
  await forgetPeople(db, filesInFolder(noFiles), monthsLater.add(days(29)))
  expect(await lettersTo(db, noor)).toContain('cancelled')
  await forgetPeople(db, filesInFolder(noFiles), monthsLater.add(days(31)))
  expect(await db.select().from(registrations)).toMatchObject([nobody])
  expect(await db.select().from(letters)).toEqual([])
})
