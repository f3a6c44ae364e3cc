import { existsSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { claim } from '../lock.ts'
import { migrateSqlite, pendingOnSqlite } from '../migrate.ts'
import { readMigrations } from '../migrations.ts'
import { connectWriter, settle } from '../sqlite.ts'
import { Unopenable } from '../unopenable.ts'
import { batch, refuseIfAnything, refuseUnlessUpToDate, type Source, type Target } from './side.ts'
import { listOf, type Row, type Table, tablesInOrder } from './tables.ts'

export async function fromSqlite(path: string): Promise<Source> {
  if (!existsSync(path)) throw new Unopenable(`There is no database at ${path} to move.`)
  return await alone(settle(path), async (file, release) => {
    const connection = new Sqlite(file, { readonly: true })
    return await orClose(connection, async () => {
      refuseUnlessUpToDate(pendingOnSqlite(connection, readMigrations('sqlite')), file)
      connection.exec('BEGIN')
      return side(connection, release)
    })
  })
}

export async function toSqlite(path: string): Promise<Target> {
  return await alone(settle(path), async (file, release) => {
    const connection = connectWriter(file)
    return await orClose(connection, async () => {
      await makeTables(connection)
      connection.exec('BEGIN IMMEDIATE')
      return {
        ...side(connection, release),
        put: async (table, rows) => {
          const values = table.columns.map(() => '?').join(', ')
          const insert = connection.prepare(`INSERT INTO "${table.name}" (${listOf(table.columns)}) VALUES (${values})`)
          for (const row of rows) insert.run(row)
        },
        keep: async () => void connection.exec('COMMIT'),
      }
    })
  })
}

async function makeTables(connection: Sqlite.Database): Promise<void> {
  const migrations = readMigrations('sqlite')
  const held = connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  if (held.length > 0) refuseUnlessUpToDate(pendingOnSqlite(connection, migrations), connection.name)
  await migrateSqlite(connection, migrations)
  const isHeld = ({ name }: Table) => connection.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get() !== undefined
  refuseIfAnything(tablesInOrder().find(isHeld), connection.name)
}

/** SQLite compares texts byte by byte. */
function side(connection: Sqlite.Database, release: () => void): Source {
  return {
    rows: async function* (table) {
      const query = `SELECT ${listOf(table.columns)} FROM "${table.name}" ORDER BY ${listOf(table.key)}`
      let rows: Row[] = []
      for (const row of connection.prepare<[], Row>(query).raw().iterate()) {
        rows.push(row)
        if (rows.length < batch) continue
        yield rows
        rows = []
      }
      if (rows.length > 0) yield rows
    },
    close: async () => {
      connection.close()
      release()
    },
  }
}

async function alone<T>(file: string, open: (file: string, release: () => void) => Promise<T>): Promise<T> {
  const release = claim(file)
  try {
    return await open(file, release)
  } catch (error) {
    release()
    throw error
  }
}

async function orClose<T>(connection: Sqlite.Database, open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (error) {
    connection.close()
    throw error
  }
}
