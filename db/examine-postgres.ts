import { errorMessages } from './error-codes.ts'
import type { Finding } from './examine.ts'
import { pendingOnPostgres } from './migrate-postgres.ts'
import { readMigrations } from './migrations.ts'
import { loadPg } from './pg.ts'

export async function examinePostgres(url: string): Promise<Finding[]> {
  const client = new (loadPg().Client)({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version') AS version")
    const waiting = await pendingOnPostgres(client, readMigrations('postgres'))
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
