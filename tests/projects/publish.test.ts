import { expect, test } from 'vitest'
import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { postponeMeeting } from '../../server/meetings/postpone-meeting.ts'
import { archiveProject, restoreProject } from '../../server/projects/archive.ts'
import { createProject } from '../../server/projects/create.ts'
import { editProject } from '../../server/projects/edit.ts'
import { publishProject } from '../../server/projects/publish.ts'
import { freshProject, publicProject } from '../../server/projects/queries.ts'
import { testApp, world } from '../world.ts'
import { bicycles } from './input.ts'

test('publishing shows the project to everybody; doing it again changes nothing', async () => {
  const { db, owner, now } = await world()
  const project = await createProject(db, bicycles, owner, now)
  expect(await publicProject(db, 'bicycles')).toBeNull()
  await publishProject(db, project, owner, now)
  await publishProject(db, project, owner, now.add({ hours: 1 }))
  expect(await publicProject(db, 'bicycles')).toEqual({ ...project, publishedAt: now })
})

test('a project without title, aim, contact and the funder’s sentence is not published, and the refusal says why', async () => {
  const { db, owner, now } = await world()
  const bare = { ...bicycles, title: {}, aim: {}, contactEmail: '', disclaimer: {} }
  const project = await createProject(db, bare, owner, now)
  await expect(publishProject(db, project, owner, now)).rejects.toMatchObject({
    key: 'project.unready',
    values: { title: 'missing', aim: 'missing', contactEmail: 'missing', disclaimer: 'missing' },
  })
  expect((await freshProject(db, project))?.publishedAt).toBeNull()
})

test('without a funder there is no sentence to ask for', async () => {
  const { db, owner, now } = await world()
  const project = await createProject(db, { ...bicycles, funder: {}, disclaimer: {} }, owner, now)
  await publishProject(db, project, owner, now)
  expect((await freshProject(db, project))?.publishedAt).toEqual(now)
})

test('an archived project can be read but not changed, until it is brought back', async () => {
  const { db, owner, now } = await world()
  const project = await createProject(db, bicycles, owner, now)
  await publishProject(db, project, owner, now)
  await archiveProject(db, project, owner, now)
  const edit = () => editProject(db, project, { ...bicycles, number: 'LV-2' }, owner, now)
  await expect(edit()).rejects.toMatchObject({ key: 'project.archived' })
  const app = await testApp(db)
  expect((await app.inject('/bicycles?lang=en')).body).toContain('<span class="badge archived">Archive</span>')
  await restoreProject(db, project, owner, now)
  await edit()
  expect(await freshProject(db, project)).toMatchObject({ archivedAt: null, number: 'LV-2' })
})

test('a project whose meeting people still expect is not archived', async () => {
  const { db, project, owner, now } = await world()
  await expect(archiveProject(db, project, owner, now)).rejects.toMatchObject({ key: 'project.meeting-ahead' })
  await archiveProject(db, project, owner, now.add({ hours: 24 * 30 }))
  expect((await freshProject(db, project))?.archivedAt).not.toBeNull()
})

test('nor one whose postponed meeting people still expect, though its old date has passed', async () => {
  const { db, project, kickoff, owner, now } = await world()
  await postponeMeeting(db, project, kickoff, owner, now)
  const afterwards = kickoff.endsAt.add({ hours: 24 * 30 })
  const refused = archiveProject(db, project, owner, afterwards)
  await expect(refused).rejects.toMatchObject({ key: 'project.meeting-ahead' })
  await cancelMeeting(db, project, kickoff, owner, afterwards)
  await archiveProject(db, project, owner, afterwards)
  expect((await freshProject(db, project))?.archivedAt).toEqual(afterwards)
})
