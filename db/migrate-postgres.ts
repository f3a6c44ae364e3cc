import type { ClientBase } from 'pg'
import { type Migration, pending } from './migrations.ts'
import { loadPg } from './pg.ts'
import { sharedTables } from './shared-tables.ts'

/** Any number of servers may start at once: the first one migrates, the others wait and find nothing to do. */
export async function migratePostgres(url: string, migrations: Migration[]): Promise<void> {
  // A connection of its own: the others' time limits are not for migrations.
  const client = new (loadPg().Client)({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('BEGIN')
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('kopa_migrations', 0))")
    await take(client, migrations)
    await client.query('COMMIT')
  } finally {
    // Undoes what was not committed.
    await client.end()
  }
}

/** What is still to be done on a database that may not even be Kopā's yet. */
export async function pendingOnPostgres(client: ClientBase, migrations: Migration[]): Promise<Migration[]> {
  const known = await client.query("SELECT to_regclass('kopa_migrations') AS found")
  const { rows } = known.rows[0].found
    ? await client.query('SELECT name, hash FROM kopa_migrations ORDER BY name')
    : { rows: [] }
  return pending(migrations, rows, 'The PostgreSQL database')
}

async function take(client: ClientBase, migrations: Migration[]) {
  await client.query('CREATE TABLE IF NOT EXISTS kopa_migrations (name text PRIMARY KEY, hash text NOT NULL)')
  await client.query(sharedTables)
  for (const step of await pendingOnPostgres(client, migrations)) {
    await client.query(step.sql)
    await client.query('INSERT INTO kopa_migrations (name, hash) VALUES ($1, $2)', [step.name, step.hash])
  }
}
