import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { meetings, reservedPlaces, rooms, slotSpeakers, slots, speakers } from '../../db/schema.ts'
import { copyMeeting } from '../../server/meetings/copy-meeting.ts'
import { createMeeting } from '../../server/meetings/create-meeting.ts'
import { daysOf, plannedOf } from '../../server/meetings/queries.ts'
import { standing } from '../../server/registrations/places/standing.ts'
import { register } from '../../server/registrations/register.ts'
import { reservedOf } from '../../server/sign-up/queries.ts'
import { noor } from '../cast.ts'
import { now, world } from '../world.ts'
import { at, day, plan } from './input.ts'
import { differences, everyRow } from './rows.ts'

/** A meeting of two days in October, with a room, a pinned story and its speaker. */
async function planned() {
  const here = await world()
  const days = [day('2026-10-23', '17:00', '19:30'), day('2026-10-24', '10:00', '12:00')]
  const input = plan({ days, opensAt: at('2026-10-01T09:00'), closesAt: at('2026-10-22T12:00') })
  const model = await createMeeting(here.db, here.project, input, here.owner, now)
  const [, second] = await daysOf(here.db, model)
  await here.db.transact(
    async (tx) => {
      await tx.insert(rooms).values({ id: 'hall', meetingId: model.id, position: 1, name: { lv: 'Zāle' } })
      const pinned = { dayId: second?.id, roomId: 'hall', pinnedAt: at('2026-10-24T10:30') }
      const story = { id: 'luna', slug: 'luna', type: 'story', minutes: 15, position: 1 } as const
      await tx.insert(slots).values({ ...story, ...pinned, meetingId: model.id, title: { lv: '«Luna»' } })
      await tx.insert(speakers).values({ id: 'team', projectId: here.project.id, name: 'Luna komanda' })
      await tx.insert(slotSpeakers).values({ slotId: 'luna', speakerId: 'team', position: 1 })
    },
    { touches: here.project.id },
  )
  return { ...here, model }
}

const january = { slug: 'january', startsAt: at('2027-01-15T18:00') }

test('a copy is a draft at the end of the series with the same words', async () => {
  const { db, project, model, owner } = await planned()
  const copy = await copyMeeting(db, project, model, january, owner, now)
  expect(copy).toEqual({
    ...model,
    id: copy.id,
    ...january,
    number: model.number + 1,
    endsAt: at('2027-01-16T13:00'),
    opensAt: at('2026-12-24T10:00'),
    closesAt: at('2027-01-14T13:00'),
  })
})

test('its days keep their distance on the wall clock, though the clocks change in between', async () => {
  const { db, project, model, owner } = await planned()
  const copy = await copyMeeting(db, project, model, january, owner, now)
  expect((await daysOf(db, copy)).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))).toEqual([
    day('2027-01-15', '18:00', '20:30'),
    day('2027-01-16', '11:00', '13:00'),
  ])
})

test('rooms, slots and speakers come along as rows of their own', async () => {
  const { db, project, model, owner } = await planned()
  const copy = await copyMeeting(db, project, model, january, owner, now)
  const [, second] = await daysOf(db, copy)
  const agenda = await plannedOf(db, copy)
  expect(agenda.rooms).toMatchObject([{ name: { lv: 'Zāle' }, position: 1 }])
  const where = { dayId: second?.id, roomId: agenda.rooms[0]?.id, pinnedAt: at('2027-01-16T11:30') }
  expect(agenda.slots).toMatchObject([{ slug: 'luna', title: { lv: '«Luna»' }, ...where }])
  expect(agenda.speakers).toMatchObject([{ slotId: agenda.slots[0]?.id, speakerId: 'team', position: 1 }])
  expect(agenda.slots[0]?.id).not.toBe('luna')
})

test('nobody has been asked to speak at a copy, and whoever wished to be forgotten is not in it', async () => {
  const { db, project, model, owner } = await planned()
  await db.transact(
    async (tx) => {
      await tx.insert(speakers).values({ id: 'gone', projectId: project.id, name: '' })
      await tx.insert(slotSpeakers).values({ slotId: 'luna', speakerId: 'gone', position: 2, standing: 'declined' })
    },
    { touches: project.id },
  )
  const agenda = await plannedOf(db, await copyMeeting(db, project, model, january, owner, now))
  expect(agenda.speakers.map(({ speakerId, standing }) => `${speakerId} ${standing}`)).toEqual(['team planned'])
})

test('nobody is registered for a copy, and the model stays as it is', async () => {
  const { db, project, kickoff, owner } = await planned()
  await register(db, project, kickoff, { ...noor, groupId: null }, now)
  const before = await everyRow(db)
  const copy = await copyMeeting(db, project, kickoff, january, owner, now)
  expect(await standing(db, copy)).toMatchObject({ confirmed: 0, offered: 0, waiting: 0, taken: 0 })
  expect(copy).toMatchObject({ status: 'draft', sequence: 0, publishedAt: null })
  const added = { added: 1, removed: 0 }
  expect(differences(before, await everyRow(db))).toEqual({ meetings: added, days: added, history: added })
})

test('people sign up for a copy as they did for the model, but its line moves', async () => {
  const { db, project, model, owner, pupils } = await planned()
  const settings = { approval: true, takesClasses: true, friendsMost: 3, asksAge: true, guardianDays: 4, keepDays: 9 }
  await db.transact(
    async (tx) => {
      await tx
        .update(meetings)
        .set({ ...settings, promotionPausedAt: now })
        .where(eq(meetings.id, model.id))
      await tx.insert(reservedPlaces).values({ meetingId: model.id, groupId: pupils.id, places: 5 })
    },
    { touches: project.id },
  )
  const copy = await copyMeeting(db, project, model, january, owner, now)
  expect(copy).toMatchObject({ ...settings, promotionPausedAt: null })
  expect(await reservedOf(db, copy)).toEqual({ [pupils.id]: 5 })
  expect(await reservedOf(db, model)).toEqual({ [pupils.id]: 5 })
})

test('a slug that is taken is refused', async () => {
  const { db, project, model, kickoff, owner } = await planned()
  const refused = copyMeeting(db, project, model, { ...january, slug: kickoff.slug }, owner, now)
  await expect(refused).rejects.toMatchObject({ key: 'problem.taken' })
  expect(await db.select().from(slots).where(eq(slots.slug, 'luna'))).toHaveLength(1)
})
