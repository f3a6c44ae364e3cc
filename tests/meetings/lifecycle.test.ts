import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { history, letters, meetings, projects, registrations } from '../../db/schema.ts'
import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { createMeeting } from '../../server/meetings/create-meeting.ts'
import { deleteDraft } from '../../server/meetings/delete-draft.ts'
import { postponeMeeting } from '../../server/meetings/postpone-meeting.ts'
import { publishMeeting } from '../../server/meetings/publish-meeting.ts'
import { freshMeeting } from '../../server/meetings/queries.ts'
import { statusOf } from '../../server/meetings/status.ts'
import { register } from '../../server/registrations/register.ts'
import { noor, sami } from '../cast.ts'
import { now, world } from '../world.ts'
import { day, plan } from './input.ts'
import { differences, everyRow } from './rows.ts'

const later = now.add({ hours: 1 })

test('publishing shows the meeting and writes to nobody', async () => {
  const { db, project, owner } = await world()
  const draft = await createMeeting(db, project, plan(), owner, now)
  const before = await everyRow(db)
  const published = await publishMeeting(db, project, draft, owner, later)
  expect(published).toEqual({ ...draft, status: 'published', publishedAt: later, changedAt: later })
  expect(differences(before, await everyRow(db))).toEqual({
    meetings: { added: 1, removed: 1 },
    history: { added: 1, removed: 0 },
  })
})

test('a meeting of the past may be entered for the archive: it is done at once', async () => {
  const { db, project, owner } = await world()
  const days = [day('2015-10-17', '16:00', '18:00')]
  const draft = await createMeeting(db, project, plan({ days }), owner, now)
  expect(statusOf(await publishMeeting(db, project, draft, owner, later), later)).toBe('done')
})

test.each([
  ['without a title', { title: {} }, 'meeting.needs-title'],
  ['without a place', { placeName: {}, address: '' }, 'meeting.needs-place'],
])('a draft %s is not published', async (_, gap, key) => {
  const { db, project, owner } = await world()
  const draft = await createMeeting(db, project, plan(gap), owner, now)
  await expect(publishMeeting(db, project, draft, owner, later)).rejects.toMatchObject({ key })
  expect(await freshMeeting(db, draft)).toEqual(draft)
})

test('an online link is place enough', async () => {
  const { db, project, owner } = await world()
  const online = plan({ placeName: {}, address: '', onlineUrl: 'https://meet.example.org/x' })
  const draft = await createMeeting(db, project, online, owner, now)
  expect(await publishMeeting(db, project, draft, owner, later)).toMatchObject({ status: 'published' })
})

test('a meeting of a project that is not public stays a draft', async () => {
  const { db, project, owner } = await world()
  const draft = await createMeeting(db, project, plan(), owner, now)
  const hidden = db.transact(
    (tx) => tx.update(projects).set({ publishedAt: null }).where(eq(projects.id, project.id)),
    {
      touches: project.id,
    },
  )
  await hidden
  await expect(publishMeeting(db, project, draft, owner, later)).rejects.toMatchObject({ key: 'meeting.needs-project' })
})

test.each([
  ['postponed', postponeMeeting, {}],
  ['cancelled', cancelMeeting, { cancelledAt: later }],
] as const)('a meeting %s keeps its people, and tells each of them once', async (status, deed, marks) => {
  const { db, project, kickoff, owner } = await world({ capacity: 1 })
  await register(db, project, kickoff, { ...noor, groupId: null }, now)
  await register(db, project, kickoff, { ...sami, groupId: null }, now)
  const people = await db.select().from(registrations)
  const after = await deed(db, project, kickoff, owner, later)
  expect(after).toEqual({ ...kickoff, ...marks, status, sequence: 1, changedAt: later })
  expect(await db.select().from(registrations)).toEqual(people)
  const told = await db.select().from(letters).where(eq(letters.kind, status)).orderBy(letters.recipient)
  expect(told.map(({ recipient }) => recipient)).toEqual([noor.email, sami.email])

  const before = await everyRow(db)
  await deed(db, project, kickoff, owner, later.add({ minutes: 1 }))
  expect(differences(before, await everyRow(db))).toEqual({})
})

test('a postponed meeting can still be called off, but not the other way round', async () => {
  const { db, project, kickoff, owner } = await world()
  await postponeMeeting(db, project, kickoff, owner, later)
  expect(await cancelMeeting(db, project, kickoff, owner, later)).toMatchObject({ status: 'cancelled', sequence: 2 })
  await expect(postponeMeeting(db, project, kickoff, owner, later)).rejects.toMatchObject({
    key: 'meeting.not-published',
  })
  await expect(publishMeeting(db, project, kickoff, owner, later)).rejects.toMatchObject({
    key: 'meeting.is-cancelled',
  })
})

test('a postponed meeting needs a new date to be published again', async () => {
  const { db, project, kickoff, owner } = await world()
  await postponeMeeting(db, project, kickoff, owner, later)
  const refused = publishMeeting(db, project, kickoff, owner, later)
  await expect(refused).rejects.toMatchObject({ key: 'meeting.needs-new-date' })
})

test('a draft can be deleted, and that is remembered', async () => {
  const { db, project, kickoff, owner } = await world()
  const draft = await createMeeting(db, project, plan(), owner, now)
  await deleteDraft(db, project, draft, owner, later)
  await deleteDraft(db, project, draft, owner, later)
  expect((await db.select().from(meetings)).map(({ id }) => id)).toEqual([kickoff.id])
  const deeds = await db.select().from(history)
  expect(deeds.map(({ deed, organiserId }) => [deed, organiserId])).toEqual([['meeting.deleted', owner.id]])
})

test('what the public has seen cannot be deleted', async () => {
  const { db, project, kickoff, owner } = await world()
  await expect(deleteDraft(db, project, kickoff, owner, later)).rejects.toMatchObject({ key: 'meeting.not-a-draft' })
})
