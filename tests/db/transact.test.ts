import { expect, test } from 'vitest'
import { count } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { organisers } from '../../db/schema.ts'
import { freshDatabase } from '../database.ts'
import { add, failing, insert, names } from './cast.ts'

const touches = 'nothing'

test('what a deed returns is what its caller gets, and its rows are there at once', async () => {
  const db = await freshDatabase()
  const answer = await db.transact(
    async (tx) => {
      await insert(tx, 'ada')
      return names(tx)
    },
    { touches },
  )
  expect(answer).toEqual(['ada'])
  expect(await names(db)).toEqual(['ada'])
})

test('a deed that throws leaves nothing behind and disturbs no other', async () => {
  const db = await freshDatabase()
  const outcomes = await Promise.allSettled([add(db, 'ada'), db.transact(failing, { touches }), add(db, 'bo')])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(outcomes[1]).toHaveProperty('reason.message', 'changed its mind')
  expect(await names(db)).toEqual(['ada', 'bo'])
})

test('a row that must not be there twice is refused alone', async () => {
  const db = await freshDatabase()
  const outcomes = await Promise.allSettled([add(db, 'ada'), add(db, 'ada'), add(db, 'bo')])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  expect(await names(db)).toEqual(['ada', 'bo'])
})

test('readers see committed rows only', async () => {
  const db = await freshDatabase()
  const seenMeanwhile = await db.transact(
    async (tx) => {
      await insert(tx, 'ada')
      return names(db)
    },
    { touches },
  )
  expect(seenMeanwhile).toEqual([])
})

test('deeds with one lock run one after another: of a thousand at once the first thirty fit', async () => {
  const db = await freshDatabase()
  const people = Array.from({ length: 1000 }, (_, n) => `person-${n}`)
  const placed = await Promise.all(people.map((name) => takePlace(db, name, 30)))
  expect(people.filter((_, n) => placed[n])).toEqual(people.slice(0, 30))
  expect(await names(db)).toEqual(people.slice(0, 30).sort())
})

test('a crowd at one lock keeps nobody else waiting', async () => {
  const db = await freshDatabase()
  const crowd = Promise.all(Array.from({ length: 300 }, (_, n) => takePlace(db, `person-${n}`, 300)))
  const first = await Promise.race([crowd.then(() => 'crowd'), names(db).then(() => 'reader')])
  expect(first).toBe('reader')
  expect(await crowd).toHaveLength(300)
})

test('deeds without a lock do not lose one another’s changes either', async () => {
  const db = await freshDatabase()
  await Promise.all(Array.from({ length: 8 }, () => db.transact(addNext, { touches })))
  expect(await names(db)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
})

test('after the commit, and before the answer, listeners hear what was touched', async () => {
  const db = await freshDatabase()
  const heard: string[] = []
  db.onTouch((touched) => heard.push(touched))
  await add(db, 'ada', 'gen-y')
  expect(heard).toEqual(['gen-y'])
  await db.transact(failing, { touches: 'other' }).catch(() => heard.push('failed'))
  expect(heard).toEqual(['gen-y', 'failed'])
})

test('closing waits for the deeds under way', async () => {
  const db = await freshDatabase()
  const added = add(db, 'ada')
  await db.close()
  await expect(added).resolves.toBeUndefined()
})

function takePlace(db: Database, name: string, places: number): Promise<boolean> {
  return db.transact(
    async (tx) => {
      const [taken] = await tx.select({ people: count() }).from(organisers)
      if (taken && taken.people >= places) return false
      await insert(tx, name)
      return true
    },
    { touches, lock: 'the meeting' },
  )
}

async function addNext(tx: Parameters<typeof insert>[0]) {
  const before = await names(tx)
  await insert(tx, String(before.length + 1))
}
