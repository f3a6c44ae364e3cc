import type { ClientBase } from 'pg'
import { Unopenable } from './unopenable.ts'

/** An advisory lock of the database, which PostgreSQL drops with the connection however that ends. */
const servers = "hashtextextended('kopa_servers', 0)"

/** Any number of servers may be at work at once, but none while the database is moved. */
export async function workTogether(client: ClientBase): Promise<void> {
  if (!(await isFree(client, 'pg_try_advisory_lock_shared')))
    throw new Unopenable('The database is being moved (npm run move): start when that has ended.')
}

/** Whether nobody else is at work; then nobody comes to be, for as long as the connection lasts. */
export async function workAlone(client: ClientBase): Promise<boolean> {
  return await isFree(client, 'pg_try_advisory_lock')
}

async function isFree(client: ClientBase, lock: string): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>(`SELECT ${lock}(${servers}) AS free`)
  return rows[0]?.free === true
}
