import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { migrateSqlite } from '../../db/migrate.ts'
import { migration } from '../../db/migrations.ts'
import { freshFolder } from '../database.ts'
import { startChild } from '../db/children.ts'
import { often, report } from './report.ts'

const kills = often(3, 60)
const rows = 200_000
/** What a migration of so many rows writes down before it is over. */
const wholeLog = 11_000_000

vi.setConfig({ testTimeout: 60_000 + kills * 20_000 })

const first = migration('0000_first', 'CREATE TABLE people (name text PRIMARY KEY);')

test('a migration killed at any moment has happened or has not', async () => {
  const ended = { old: 0, new: 0 }
  for (let kill = 0; kill < kills; kill += 1) {
    const file = join(freshFolder(), 'kopa.db')
    await withTwoPeople(file)
    const child = startChild('child-migrating.ts', file, first.sql, String(rows))
    const size = (wholeLog * (kill + 1)) / kills
    await Promise.race([child.nextLine(), vi.waitUntil(() => logOf(file) >= size, { timeout: 15_000, interval: 1 })])
    await child.kill()
    ended[stateOf(file)] += 1
  }
  expect(ended.old + ended.new).toBe(kills)
  expect(ended.old).toBeGreaterThan(0)
  report(
    'interrupted migration',
    `${kills} kills, spread over a migration of ${rows} rows`,
    `${ended.old} times everything was as before, ${ended.new} times all was done; never between`,
  )
})

async function withTwoPeople(file: string) {
  const connection = new Sqlite(file)
  connection.pragma('journal_mode = WAL')
  await migrateSqlite(connection, [first])
  connection.exec("INSERT INTO people VALUES ('ada'), ('bo')")
  connection.close()
}

function logOf(file: string): number {
  return existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0
}

/** Throws at anything between. */
function stateOf(file: string): 'old' | 'new' {
  const connection = new Sqlite(file)
  const count = (table: string) => connection.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
  try {
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
    const done = connection.prepare('SELECT name FROM kopa_migrations ORDER BY name').pluck().all()
    if (done.length === 1) expect([count('people'), done]).toEqual([2, ['0000_first']])
    else expect([count('humans'), done]).toEqual([rows + 2, ['0000_first', '0001_long']])
    return done.length === 1 ? 'old' : 'new'
  } finally {
    connection.close()
  }
}
