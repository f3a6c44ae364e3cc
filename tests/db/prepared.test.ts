import { expect, test } from 'vitest'
import { and, asc, given, inArray, ne } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Given, prepared, preparedForAll } from '../../db/prepared.ts'
import { organisers } from '../../db/schema.ts'
import { freshDatabase } from '../database.ts'
import { statementsOf } from '../statements.ts'

const names = ['Ada', 'Bo', 'Cleo', 'Dina', 'Egils']

const called = (db: Reads) =>
  db
    .select({ id: organisers.id })
    .from(organisers)
    .where(ne(organisers.name, given('not')))
    .orderBy(asc(organisers.id))

const among = (db: Reads, list: Given[]) =>
  db
    .select({ id: organisers.id })
    .from(organisers)
    .where(and(inArray(organisers.id, list), ne(organisers.name, given('not'))))
    .orderBy(asc(organisers.id))

test('a prepared query is told its values each time', async () => {
  const db = await five()
  expect(await prepared(db, called).execute({ not: 'Ada' })).toEqual(ids('Bo', 'Cleo', 'Dina', 'Egils'))
  expect(await prepared(db, called).execute({ not: 'Bo' })).toEqual(ids('Ada', 'Cleo', 'Dina', 'Egils'))
})

test.each([0, 1, 2, 3, 5])('a list of %i is asked for as it is, whatever was asked before', async (length) => {
  const db = await five()
  await preparedForAll(db, names.slice(0, 4), among).execute({ not: '' })
  const some = names.slice(0, length)
  expect(await preparedForAll(db, some, among).execute({ not: 'Bo' })).toEqual(
    ids(...some.filter((one) => one !== 'Bo')),
  )
})

test('lists of three and four are the same question', async () => {
  const db = await five()
  const questions = await statementsOf(async () => {
    for (const length of [3, 4]) await preparedForAll(db, names.slice(0, length), among).execute({ not: '' })
  })
  expect(questions).toHaveLength(2)
  expect(new Set(questions).size).toBe(1)
})

async function five() {
  const db = await freshDatabase()
  const createdAt = Temporal.Instant.from('2026-03-01T10:00:00Z')
  const rows = names.map((name) => ({ id: name, name, email: `${name}@example.org`, locale: 'lv' as const, createdAt }))
  await db.transact((tx) => tx.insert(organisers).values(rows), { touches: 'everything' })
  return db
}

function ids(...some: string[]) {
  return some.map((id) => ({ id }))
}
