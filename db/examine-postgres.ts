import { errorMessages } from './error-codes.ts'
import type { Finding } from './examine.ts'
import { type Applied, pending, readMigrations } from './migrations.ts'
import { loadPg } from './pg.ts'

export async function examinePostgres(url: string): Promise<Finding[]> {
  const client = new (loadPg().Client)({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version') AS version")
    const known = await client.query("SELECT to_regclass('kopa_migrations') AS found")
    const applied = known.rows[0].found
      ? await client.query<Applied>('SELECT name, hash FROM kopa_migrations ORDER BY name')
      : { rows: [] }
    const waiting = pending(readMigrations('postgres'), applied.rows, 'The PostgreSQL database')
    return [
      { about: 'database', found: `PostgreSQL ${rows[0]?.version} answers` },
      {
        about: 'migrations',
        found: waiting.length === 0 ? 'up to date' : `${waiting.length} to do; npm start does them`,
      },
    ]
  } catch (error) {
    const remedy = 'See that PostgreSQL runs and that DATABASE_URL names it rightly.'
    return [{ about: 'database', found: errorMessages(error).join(', '), remedy }]
  } finally {
    await client.end()
  }
}
