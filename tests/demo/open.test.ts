import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Database } from '../../db/open.ts'
import { meetings, organisers, projects, registrations } from '../../db/schema.ts'
import { openDemo } from '../../server/demo/open.ts'
import { firstRunLink } from '../../server/organisers/first-run.ts'
import { freshDatabase, freshFolder, openForTest } from '../database.ts'
import { now, world } from '../world.ts'
import { demo, demoConfig } from './told.ts'

test('started again, it goes on with what it holds', async () => {
  const before = await demo()
  const counted = await counts(before)
  await before.close()
  const after = await openDemo(before.config, now.add({ hours: 24 }))
  expect(await counts(after)).toEqual(counted)
  await after.close()
}, 60_000)

test('a database with somebody’s own project is refused, and stays as it is', async () => {
  const { db } = await world()
  const counted = await counts(db)
  await db.close()
  await expect(openDemo(demoConfig(db.url), now)).rejects.toThrow('something else than the demo')
  expect(await counts(await openForTest(db.url))).toEqual(counted)
})

test('the demo with a project of somebody’s own beside it is refused too', async () => {
  const db = await demo()
  await db.transact((tx) => tx.update(projects).set({ example: false }), { touches: 'everything' })
  await db.close()
  await expect(openDemo(db.config, now)).rejects.toThrow('something else than the demo')
}, 60_000)

test('so is a database somebody has only begun to set up', async () => {
  const db = await freshDatabase()
  await firstRunLink(db, now)
  await db.close()
  await expect(openDemo(demoConfig(db.url), now)).rejects.toThrow('something else than the demo')
})

test('a file of another program is refused before a table is made in it', async () => {
  const file = join(freshFolder(), 'other.db')
  const other = new Sqlite(file)
  other.exec('CREATE TABLE songs (title TEXT)')
  other.close()
  const before = readFileSync(file)
  await expect(openDemo(demoConfig(`sqlite:${file}`), now)).rejects.toThrow('something else than the demo')
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a file that is no database is explained', async () => {
  const file = join(freshFolder(), 'letter.db')
  writeFileSync(file, 'Dear city council, this is not a database but a letter.'.repeat(50))
  await expect(openDemo(demoConfig(`sqlite:${file}`), now)).rejects.toThrow('damaged or no database')
})

async function counts(db: Database) {
  const tables = [organisers, projects, meetings, registrations]
  return await Promise.all(tables.map(async (table) => (await db.select().from(table)).length))
}
