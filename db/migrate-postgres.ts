import type { ClientBase } from 'pg'
import { type Migration, pending } from './migrations.ts'
import { loadPg } from './pg.ts'

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

async function take(client: ClientBase, migrations: Migration[]) {
  await client.query('CREATE TABLE IF NOT EXISTS kopa_migrations (name text PRIMARY KEY, hash text NOT NULL)')
  const { rows } = await client.query('SELECT name, hash FROM kopa_migrations ORDER BY name')
  for (const step of pending(migrations, rows, 'The PostgreSQL database')) {
    await client.query(step.sql)
    await client.query('INSERT INTO kopa_migrations (name, hash) VALUES ($1, $2)', [step.name, step.hash])
  }
}
