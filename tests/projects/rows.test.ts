import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { groups } from '../../db/schema.ts'
import { setGroups } from '../../server/projects/groups.ts'
import { setLinks } from '../../server/projects/links.ts'
import { setPartners } from '../../server/projects/partners.ts'
import { setPhases } from '../../server/projects/phases.ts'
import { groupsOf, linksOf, partnersOf, phasesOf } from '../../server/projects/queries.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { world } from '../world.ts'

test('phases, partners and links are what was last said, in that order; a project has one lead partner', async () => {
  const { db, project, owner, now } = await world()
  const phase = (en: string) => ({ title: { en }, text: {}, startsOn: null, endsOn: null })
  const partner = (en: string) => ({ name: { en }, url: '', lead: true })
  const link = (en: string) => ({ label: { en }, url: 'https://example.org/' })
  for (const names of [
    ['a', 'b', 'c'],
    ['c', 'a'],
    ['c', 'a'],
  ]) {
    await setPhases(db, project, names.map(phase), owner, now)
    await setPartners(db, project, names.map(partner), owner, now)
    await setLinks(db, project, names.map(link), owner, now)
  }
  expect((await phasesOf(db, project)).map(({ title }) => title.en)).toEqual(['c', 'a'])
  expect((await partnersOf(db, project)).map(({ name, lead }) => [name.en, lead])).toEqual([
    ['c', true],
    ['a', false],
  ])
  expect((await linksOf(db, project)).map(({ label }) => label.en)).toEqual(['c', 'a'])
})

test('a removed group is retired: nobody is offered it any more, and whoever chose it keeps it', async () => {
  const { db, project, kickoff, owner, pupils, teachers, now } = await world()
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await setGroups(db, project, [{ name: { en: 'Poets' } }], owner, now)
  expect((await groupsOf(db, project)).map(({ name }) => name.en)).toEqual(['Poets'])
  const retired = await db.select().from(groups).where(eq(groups.retired, true))
  expect(new Set(retired.map(({ id }) => id))).toEqual(new Set([pupils.id, teachers.id]))
})

test('renamed groups keep their people, and the same form sent twice adds nothing twice', async () => {
  const { db, project, owner, pupils, now } = await world()
  const rows = [{ name: { en: 'Poets' } }, { id: pupils.id, name: { en: 'Learners' } }]
  await setGroups(db, project, rows, owner, now)
  await setGroups(db, project, rows, owner, now)
  const shown = await groupsOf(db, project)
  expect(shown.map(({ name }) => name.en)).toEqual(['Poets', 'Learners'])
  expect(shown[1]?.id).toBe(pupils.id)
})

test('a foreign project’s group cannot be taken over by its id', async () => {
  const { db, foreign, outsider, project, pupils, now } = await world()
  await setGroups(db, foreign, [{ id: pupils.id, name: { en: 'Mine' } }], outsider, now)
  expect((await groupsOf(db, project)).find(({ id }) => id === pupils.id)?.name.en).toBe('Pupil')
})
