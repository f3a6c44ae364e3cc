import type { Pool, PoolClient } from 'pg'
import { type Migration, pending } from './migrations.ts'

/** Any number of servers may start at once: the first one migrates, the others wait and find nothing to do. */
export async function migratePostgres(pool: Pool, migrations: Migration[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('kopa_migrations', 0))")
    await take(client, migrations)
    await client.query('COMMIT')
    client.release()
  } catch (error) {
    // Ending the connection undoes the transaction, whatever state it is in.
    client.release(true)
    throw error
  }
}

async function take(client: PoolClient, migrations: Migration[]) {
  await client.query('CREATE TABLE IF NOT EXISTS kopa_migrations (name text PRIMARY KEY, hash text NOT NULL)')
  const { rows } = await client.query('SELECT name, hash FROM kopa_migrations ORDER BY name')
  for (const step of pending(migrations, rows, 'The PostgreSQL database')) {
    await client.query(step.sql)
    await client.query('INSERT INTO kopa_migrations (name, hash) VALUES ($1, $2)', [step.name, step.hash])
  }
}
