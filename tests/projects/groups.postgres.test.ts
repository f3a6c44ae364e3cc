import { Client } from 'pg'
import { expect, test } from 'vitest'
import { setGroups } from '../../server/projects/groups.ts'
import { now, world } from '../world.ts'

test('organisers who set the groups at once wait for each other, and not for PostgreSQL to part them', async () => {
  const { db, project, owner } = await world()
  const rows = (i: number) => [{ name: { lv: `Grupa ${i % 3}` } }, { name: { lv: `Grupa ${(i + 1) % 3}` } }]
  await Promise.all(Array.from({ length: 30 }, (_, i) => setGroups(db, project, rows(i), owner, now)))
  await db.close()
  expect(await deadlocks(db.url)).toBe(0)
})

/** Counted by PostgreSQL for each database, and told by those who worked on it when they leave. */
async function deadlocks(url: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()')
  await client.end()
  return rows[0].deadlocks
}
