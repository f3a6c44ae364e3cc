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
    const { rows } = await client.query<{ version: string; at: number }>(
      "SELECT current_setting('server_version') AS version, extract(epoch FROM clock_timestamp())::float8 AS at",
    )
    const waiting = await pendingOnPostgres(client, readMigrations('postgres'))
    return [
      { about: 'database', found: `PostgreSQL ${rows[0]?.version} answers` },
      clockOf(rows[0]?.at ?? 0),
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

/** Offers end and letters go by our clock, on several servers by several: they have to be one. */
function clockOf(at: number): Finding {
  const apart = Math.round(at - Date.now() / 1000)
  const found = `${Math.abs(apart)} seconds from PostgreSQL's`
  const remedy = 'Set the clocks of all machines by NTP: timedatectl set-ntp true'
  return Math.abs(apart) <= 5
    ? { about: 'clock of the database', found }
    : { about: 'clock of the database', found, remedy }
}
