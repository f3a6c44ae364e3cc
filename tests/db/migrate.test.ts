import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { expect, onTestFinished, test, vi } from 'vitest'
import { loadSqliteDriver } from '../../db/drizzle.ts'
import { migrateSqlite } from '../../db/migrate.ts'
import { migration } from '../../db/migrations.ts'
import { open } from '../../db/open.ts'
import { freshFolder, openForTest } from '../database.ts'
import { startChild } from './children.ts'

const first = migration(
  '0000_first',
  `CREATE TABLE people (name text PRIMARY KEY);
   CREATE TABLE places (id integer PRIMARY KEY, person text NOT NULL REFERENCES people(name) ON DELETE CASCADE);`,
)

/** How drizzle-kit changes a column on SQLite, word for word. */
const rebuild = [
  'PRAGMA foreign_keys=OFF;',
  'CREATE TABLE `__new_people` (`name` text PRIMARY KEY, `born` integer);',
  'INSERT INTO `__new_people`("name") SELECT "name" FROM `people`;',
  'DROP TABLE `people`;',
  'ALTER TABLE `__new_people` RENAME TO `people`;',
  'PRAGMA foreign_keys=ON;',
]

const second = migration('0001_rebuild', rebuild.join('\n'))

test('Drizzle’s own migrator loses the rows that refer to a rebuilt table, without a word', () => {
  const file = fileWithTwoPlaces()
  const folder = freshFolder()
  mkdirSync(join(folder, 'meta'))
  const entries = [{ idx: 0, version: '6', when: 1, tag: '0001_rebuild', breakpoints: true }]
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ version: '7', dialect: 'sqlite', entries }))
  writeFileSync(join(folder, '0001_rebuild.sql'), rebuild.join('\n--> statement-breakpoint\n'))
  migrate(loadSqliteDriver().drizzle(file), { migrationsFolder: folder })
  expect(contents(file)).toEqual({ people: ['ada', 'bo'], places: [] })
})

test('ours keeps them, and a copy of the file as it was', async () => {
  const file = fileWithTwoPlaces()
  await migrateSqlite(file, [first, second])
  expect(contents(file)).toEqual({ people: ['ada', 'bo'], places: ['ada', 'bo'] })
  expect(columns(file)).toEqual(['name', 'born'])
  expect(file.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(columns(connect(`${file.name}-before-0001_rebuild`))).toEqual(['name'])
})

test('what is up to date is left alone', async () => {
  const file = fileWithTwoPlaces()
  await migrateSqlite(file, [first])
  expect(readdirSync(join(file.name, '..')).filter((name) => name.includes('before'))).toEqual([])
})

test.for([
  ['loses rows', "DELETE FROM places WHERE person = 'bo';", /1 of 2 rows of places would be lost/],
  [
    'leaves rows that refer to nothing',
    "UPDATE places SET person = 'nobody';",
    /2 rows, the first in places, would refer/,
  ],
  ['fails half-way', "INSERT INTO people VALUES ('cy'); INSERT INTO nowhere VALUES (1);", /no such table: nowhere/],
] as const)('a migration that %s is refused, and the file is as it was', async ([, sql, reason]) => {
  const file = fileWithTwoPlaces()
  await expect(migrateSqlite(file, [first, migration('0001_bad', sql)])).rejects.toThrow(reason)
  await expect(migrateSqlite(file, [first, migration('0001_bad', sql)])).rejects.toThrow('kopa.db stays as it was')
  expect(contents(file)).toEqual({ people: ['ada', 'bo'], places: ['ada', 'bo'] })
  expect(file.pragma('foreign_keys', { simple: true })).toBe(1)
  await migrateSqlite(file, [first, second])
  expect(columns(file)).toEqual(['name', 'born'])
})

test('a migration that is killed half-way never happened', async () => {
  const file = fileWithTwoPlaces()
  const child = startChild('child-migrating.ts', file.name, first.sql)
  await vi.waitUntil(() => statSync(`${file.name}-wal`).size > 4_000_000, { timeout: 15_000 })
  await child.kill()
  expect(contents(connect(file.name))).toEqual({ people: ['ada', 'bo'], places: ['ada', 'bo'] })
})

test('a file from another version of Kopā is refused', async () => {
  const path = join(freshFolder(), 'kopa.db')
  await (await openForTest(`sqlite:${path}`)).close()
  const file = connect(path)
  file.exec("INSERT INTO kopa_migrations VALUES ('9999_future', 'x')")
  await expect(open(`sqlite:${path}`)).rejects.toThrow('made by another version of Kopā (it has 9999_future)')
  file.exec("DELETE FROM kopa_migrations WHERE name = '9999_future'; UPDATE kopa_migrations SET hash = 'x'")
  await expect(open(`sqlite:${path}`)).rejects.toThrow(/was made before 0000_\w+ was written anew/)
})

function fileWithTwoPlaces(): Sqlite.Database {
  const file = connect(join(freshFolder(), 'kopa.db'))
  file.exec(first.sql)
  file.exec('CREATE TABLE kopa_migrations (name TEXT PRIMARY KEY, hash TEXT NOT NULL) STRICT')
  file.prepare('INSERT INTO kopa_migrations VALUES (?, ?)').run(first.name, first.hash)
  file.exec("INSERT INTO people VALUES ('ada'), ('bo'); INSERT INTO places (person) VALUES ('ada'), ('bo')")
  return file
}

function connect(path: string): Sqlite.Database {
  const file = new Sqlite(path)
  file.pragma('journal_mode = WAL')
  file.pragma('foreign_keys = ON')
  onTestFinished(() => void file.close())
  return file
}

function contents(file: Sqlite.Database) {
  return {
    people: file.prepare('SELECT name FROM people ORDER BY name').pluck().all(),
    places: file.prepare('SELECT person FROM places ORDER BY person').pluck().all(),
  }
}

function columns(file: Sqlite.Database) {
  return file.prepare("SELECT name FROM pragma_table_info('people')").pluck().all()
}
