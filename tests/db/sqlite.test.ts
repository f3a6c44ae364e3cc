import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keepBallast } from '../../db/ballast.ts'
import { eq } from '../../db/drizzle.ts'
import { open } from '../../db/open.ts'
import { organisers } from '../../db/schema.ts'
import { connectWriter } from '../../db/sqlite.ts'
import { freshFolder, openForTest } from '../database.ts'
import { add, names } from './cast.ts'

test('the writer waits for the disk, minds foreign keys, wipes what it deletes and trusts no schema', () => {
  const writer = connectWriter(join(freshFolder(), 'kopa.db'))
  onTestFinished(() => void writer.close())
  const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'trusted_schema', 'busy_timeout']
  expect(settings.map((name) => writer.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 1, 0, 5000])
})

test('what was deleted is not in the file any more', async () => {
  const file = join(freshFolder(), 'kopa.db')
  const db = await openForTest(`sqlite:${file}`)
  await add(db, 'stays')
  await add(db, 'forgotten')
  await db.transact((tx) => tx.delete(organisers).where(eq(organisers.name, 'forgotten')), { touches: 'nothing' })
  await db.close()
  expect(readFileSync(file).includes('stays@example.org')).toBe(true)
  expect(readFileSync(file).includes('forgotten@example.org')).toBe(false)
})

test('room is kept on the disk for the day it is full', async () => {
  const file = join(freshFolder(), 'kopa.db')
  await openForTest(`sqlite:${file}`)
  expect(statSync(`${file}-ballast`).size).toBe(2 * 1024 * 1024)
  const ballast = keepBallast(file)
  ballast.throwOut()
  expect(existsSync(`${file}-ballast`)).toBe(false)
  ballast.takeOn()
  expect(existsSync(`${file}-ballast`)).toBe(true)
})

test('reads cannot write', async () => {
  const db = await openForTest(`sqlite:${join(freshFolder(), 'kopa.db')}`)
  const reader: object = db
  expect(() => Reflect.get(reader, 'run').call(reader, 'DELETE FROM organisers')).toThrow()
  expect(await names(db)).toEqual([])
})

test('only the account that runs Kopā can read the file', async () => {
  const file = join(freshFolder(), 'kopa.db')
  await openForTest(`sqlite:${file}`)
  expect(statSync(file).mode & 0o077).toBe(0)
})

test('a damaged file is one clear sentence', async () => {
  const file = join(freshFolder(), 'kopa.db')
  writeFileSync(file, 'no database at all '.repeat(100))
  await expect(open(`sqlite:${file}`)).rejects.toThrow(/kopa\.db is damaged or no database .*npm run doctor/)
})
