import { expect, test } from 'vitest'
import { history } from '../../db/schema.ts'
import { standingIn } from '../../server/organisers/standing.ts'
import { undertakings } from '../../server/organisers/undertakings.ts'
import { createProject } from '../../server/projects/create.ts'
import { editProject } from '../../server/projects/edit.ts'
import { publishProject } from '../../server/projects/publish.ts'
import { freshProject, groupsOf } from '../../server/projects/queries.ts'
import { slugFrom } from '../../server/slug.ts'
import { now, world } from '../world.ts'
import { bicycles } from './input.ts'

test('whoever creates a project owns it, and the usual participant groups are there', async () => {
  const { db, owner, organiser, now } = await world()
  const project = await createProject(db, bicycles, owner, now)
  expect(await freshProject(db, project)).toEqual({
    ...bicycles,
    childAge: 13,
    adultAge: 18,
    id: project.id,
    counting: {},
    ...{ trustedName: '', trustedPhone: '', trustedEmail: '', wallOpenedAt: null },
    example: false,
    createdAt: now,
    publishedAt: null,
    archivedAt: null,
  })
  expect((await standingIn(db, owner, 'bicycles'))?.role).toBe('owner')
  expect(await standingIn(db, organiser, 'bicycles')).toMatchObject({ role: null, helps: [] })
  const groups = await groupsOf(db, project)
  expect(groups.map(({ name }) => name.en)).toHaveLength(11)
  expect(groups[0]?.name).toEqual({
    en: 'Pupil',
    lv: 'Skolnieks vai skolniece',
    ru: 'Школьник или школьница',
    uk: 'Школяр або школярка',
  })
})

test('two projects cannot have one address, even when asked for at once', async () => {
  const { db, owner, outsider, now } = await world()
  const both = [createProject(db, bicycles, owner, now), createProject(db, bicycles, outsider, now)]
  const outcomes = await Promise.allSettled(both)
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { key: 'problem.taken' } })
})

test('editing changes what is given, and says who did it, once', async () => {
  const { db, owner, now } = await world()
  const project = await createProject(db, bicycles, owner, now)
  await editProject(db, project, { ...bicycles, title: { en: 'Bikes' }, slug: 'bikes' }, owner, now)
  await editProject(db, project, { ...bicycles, title: { en: 'Bikes' }, slug: 'bikes' }, owner, now)
  expect(await freshProject(db, project)).toEqual({ ...project, title: { en: 'Bikes' }, slug: 'bikes' })
  const deeds = await db.select().from(history)
  expect(deeds.map(({ deed }) => deed).sort()).toEqual(['project.created', 'project.edited'])
})

test('a published project keeps its address and what publishing it took', async () => {
  const { db, owner, now } = await world()
  const project = await createProject(db, bicycles, owner, now)
  await publishProject(db, project, owner, now)
  const moved = editProject(db, project, { ...bicycles, slug: 'elsewhere' }, owner, now)
  await expect(moved).rejects.toMatchObject({ key: 'project.slug-fixed' })
  const emptied = editProject(db, project, { ...bicycles, disclaimer: {} }, owner, now)
  await expect(emptied).rejects.toMatchObject({
    key: 'project.unready',
    values: { disclaimer: 'missing', aim: 'there' },
  })
  expect(await freshProject(db, project)).toEqual({ ...project, publishedAt: now })
})

test('an organiser sees their own projects only', async () => {
  const { db, owner, outsider } = await world()
  expect((await undertakings(db, owner, now)).map(({ project }) => project.slug)).toEqual(['gen-y-city'])
  expect((await undertakings(db, outsider, now)).map(({ project }) => project.slug)).toEqual(['other-city'])
})

test('an address is made of the title in any of our alphabets', () => {
  expect(slugFrom('Jauniešu stāsti: kas notiek tālāk?')).toBe('jauniesu-stasti-kas-notiek-talak')
  expect(slugFrom('Щука и объезд')).toBe('shchuka-i-obezd')
  expect(slugFrom('Ґанок Її Здоров’я')).toBe('ganok-ii-zdorovia')
  expect(slugFrom('  --Gen-Y City!  ')).toBe('gen-y-city')
  expect(slugFrom('🎉')).toBe('')
})
