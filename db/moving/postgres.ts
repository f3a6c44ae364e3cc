import type { Client } from 'pg'
import { migratePostgres, pendingOnPostgres } from '../migrate-postgres.ts'
import { readMigrations } from '../migrations.ts'
import { loadPg } from '../pg.ts'
import { workAlone } from '../presence.ts'
import { Unopenable } from '../unopenable.ts'
import { batch, refuseIfAnything, refuseUnlessUpToDate, type Source, type Target } from './side.ts'
import { type Column, listOf, type Row, tablesInOrder } from './tables.ts'

export async function fromPostgres(url: string): Promise<Source> {
  return await alone(url, async (client, name) => {
    const waiting = await pendingOnPostgres(client, readMigrations('postgres'))
    refuseUnlessUpToDate(waiting, name)
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return side(client)
  })
}

export async function toPostgres(url: string): Promise<Target> {
  return await alone(url, async (client, name) => {
    await makeTables(client, url, name)
    await client.query('BEGIN')
    return {
      ...side(client),
      put: async (table, rows) => {
        const arrays = table.columns.map(({ type }, at) => `$${at + 1}::${type === 'text' ? 'text' : 'bigint'}[]`)
        const insert = `INSERT INTO "${table.name}" (${listOf(table.columns)}) SELECT * FROM unnest(${arrays.join(', ')})`
        await client.query(
          insert,
          table.columns.map((_, at) => rows.map((row) => row[at])),
        )
      },
      keep: async () => {
        await client.query('COMMIT')
        // So that the first questions are already planned for so many rows.
        await client.query('ANALYZE')
      },
    }
  })
}

async function makeTables(client: Client, url: string, name: string): Promise<void> {
  const migrations = readMigrations('postgres')
  const { rows } = await client.query('SELECT 1 FROM pg_tables WHERE schemaname = current_schema() LIMIT 1')
  if (rows.length > 0) refuseUnlessUpToDate(await pendingOnPostgres(client, migrations), name)
  await migratePostgres(url, migrations)
  for (const table of tablesInOrder()) {
    const held = await client.query(`SELECT 1 FROM "${table.name}" LIMIT 1`)
    refuseIfAnything(held.rows.length > 0 ? table : undefined, name)
  }
}

function side(client: Client): Source {
  return {
    rows: async function* (table) {
      const query = `SELECT ${listOf(table.columns)} FROM "${table.name}" ORDER BY ${inBytes(table.key)}`
      await client.query(`DECLARE moving NO SCROLL CURSOR FOR ${query}`)
      for (;;) {
        const { rows } = await client.query<Row>({ text: `FETCH ${batch} FROM moving`, rowMode: 'array' })
        if (rows.length === 0) break
        yield rows
      }
      await client.query('CLOSE moving')
    },
    close: async () => await client.end(),
  }
}

/** As SQLite orders, whatever language the database was made for. */
function inBytes(key: Column[]): string {
  return key.map(({ name, type }) => `"${name}"${type === 'text' ? ' COLLATE "C"' : ''}`).join(', ')
}

async function alone<T>(url: string, open: (client: Client, name: string) => Promise<T>): Promise<T> {
  const { host, pathname } = new URL(url)
  const name = `PostgreSQL at ${host}${pathname}`
  const client = new (loadPg().Client)({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true })
  client.on('error', () => {})
  try {
    await client.connect()
    if (!(await workAlone(client))) throw new Unopenable(`A Kopā runs on ${name}: stop it first, on every machine.`)
    return await open(client, name)
  } catch (error) {
    await client.end()
    throw error
  }
}
