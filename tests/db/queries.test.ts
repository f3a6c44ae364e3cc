import { expect, test } from 'vitest'
import { and, asc, count, eq, gt, inArray, max, sql } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { memberships, organisers, projects } from '../../db/schema.ts'
import { freshDatabase } from '../database.ts'

const now = Temporal.Instant.from('2026-03-01T10:00:00.123Z')
const later = now.add({ hours: 1 })
const ada = { id: 'ada', name: 'Ada', email: 'ada@example.org', locale: 'lv' as const, createdAt: now }
const bo = { id: 'bo', name: 'Bo', email: 'bo@example.org', locale: 'en' as const, createdAt: later }
const city = { id: 'city', slug: 'city', colour: 'sun', locales: ['lv' as const], zone: 'Europe/Riga', createdAt: now }
const anything = { touches: 'everything' }

test('a row comes back as it was written: instants, languages, yes and no, defaults', async () => {
  const db = await freshDatabase()
  const [written] = await db.transact(
    (tx) =>
      tx
        .insert(projects)
        .values({ ...city, title: { lv: 'Pilsēta' }, example: true })
        .returning(),
    anything,
  )
  const [read] = await db.select().from(projects)
  expect(read).toEqual(written)
  expect(read).toMatchObject({ title: { lv: 'Pilsēta' }, aim: {}, example: true, number: '', locales: ['lv'] })
  expect(read?.createdAt.epochMilliseconds).toBe(now.epochMilliseconds)
  expect(read?.publishedAt).toBeNull()
})

test('an id is made up where none is given', async () => {
  const db = await freshDatabase()
  const { id: _, ...nameless } = ada
  await db.transact((tx) => tx.insert(organisers).values(nameless), anything)
  expect(await db.select({ id: organisers.id }).from(organisers)).toEqual([
    { id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  ])
})

test('counts and maxima are numbers, comparisons understand instants', async () => {
  const db = await withTwoOrganisers()
  expect(await db.select({ all: count(), last: max(organisers.createdAt) }).from(organisers)).toMatchObject([
    { all: 2 },
  ])
  expect(await db.select({ id: organisers.id }).from(organisers).where(gt(organisers.createdAt, now))).toEqual([
    { id: 'bo' },
  ])
})

test('joins, groups, lists of values and raw expressions mean the same', async () => {
  const db = await withTwoOrganisers()
  const members = await db
    .select({ role: memberships.role, people: count() })
    .from(memberships)
    .innerJoin(organisers, eq(organisers.id, memberships.organiserId))
    .where(and(eq(memberships.projectId, 'city'), inArray(organisers.email, [ada.email, bo.email])))
    .groupBy(memberships.role)
    .orderBy(asc(memberships.role))
  expect(members).toEqual([
    { role: 'organiser', people: 1 },
    { role: 'owner', people: 1 },
  ])
  const left = await db
    .select({ id: organisers.id, role: memberships.role })
    .from(organisers)
    .leftJoin(memberships, and(eq(memberships.organiserId, organisers.id), eq(memberships.role, 'owner')))
    .orderBy(organisers.id)
  expect(left).toEqual([
    { id: 'ada', role: 'owner' },
    { id: 'bo', role: null },
  ])
})

test('an update can count up and tells what it changed; a delete tells what went', async () => {
  const db = await withTwoOrganisers()
  const changed = await db.transact(
    (tx) =>
      tx
        .update(organisers)
        .set({ name: sql`${organisers.name} || '!'`, createdAt: later })
        .where(eq(organisers.id, 'ada'))
        .returning({ name: organisers.name, at: organisers.createdAt }),
    anything,
  )
  expect(changed).toEqual([{ name: 'Ada!', at: later }])
  const gone = await db.transact((tx) => tx.delete(organisers).where(eq(organisers.id, 'bo')).returning(), anything)
  expect(gone.map(({ name }) => name)).toEqual(['Bo'])
  expect(await db.select({ people: count() }).from(memberships)).toEqual([{ people: 1 }])
})

test('what is there already is left alone, or brought up to date', async () => {
  const db = await withTwoOrganisers()
  await db.transact(
    (tx) =>
      tx
        .insert(organisers)
        .values({ ...ada, id: 'other' })
        .onConflictDoNothing(),
    anything,
  )
  await db.transact(
    (tx) =>
      tx
        .insert(organisers)
        .values({ ...bo, id: 'other', name: 'Bobo' })
        .onConflictDoUpdate({ target: organisers.email, set: { name: sql`excluded.name` } }),
    anything,
  )
  const people = await db.select({ id: organisers.id, name: organisers.name }).from(organisers).orderBy(organisers.id)
  expect(people).toEqual([
    { id: 'ada', name: 'Ada' },
    { id: 'bo', name: 'Bobo' },
  ])
})

test('a prepared query takes its values later', async () => {
  const db = await withTwoOrganisers()
  const byEmail = db
    .select({ id: organisers.id })
    .from(organisers)
    .where(eq(organisers.email, sql.placeholder('email')))
    .prepare()
  expect(await byEmail.execute({ email: bo.email })).toEqual([{ id: 'bo' }])
  expect(await byEmail.execute({ email: 'nobody@example.org' })).toEqual([])
})

test('the database refuses what must not be', async () => {
  const db = await withTwoOrganisers()
  const insert = (row: typeof memberships.$inferInsert) =>
    db.transact((tx) => tx.insert(memberships).values(row), anything)
  const member = { projectId: 'city', organiserId: 'ada', role: 'owner' as const, since: now }
  await expect(insert(member)).rejects.toThrow()
  await expect(insert({ ...member, organiserId: 'nobody' })).rejects.toThrow()
  expect(await db.select({ people: count() }).from(memberships)).toEqual([{ people: 2 }])
})

async function withTwoOrganisers(): Promise<Database> {
  const db = await freshDatabase()
  await db.transact(async (tx) => {
    await tx.insert(projects).values(city)
    await tx.insert(organisers).values([ada, bo])
    await tx.insert(memberships).values([
      { projectId: 'city', organiserId: 'ada', role: 'owner', since: now },
      { projectId: 'city', organiserId: 'bo', role: 'organiser', since: now },
    ])
  }, anything)
  return db
}
