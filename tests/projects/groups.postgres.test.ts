import { expect, test } from 'vitest'
import { setGroups } from '../../server/projects/groups.ts'
import { askPostgres } from '../ask-postgres.ts'
import { now, world } from '../world.ts'

/** Counted for each database, and told by those who worked on it when they leave. */
const deadlocks = 'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()'

test('organisers who set the groups at once wait for each other, and not for PostgreSQL to part them', async () => {
  const { db, project, owner } = await world()
  const rows = (i: number) => [{ name: { lv: `Grupa ${i % 3}` } }, { name: { lv: `Grupa ${(i + 1) % 3}` } }]
  await Promise.all(Array.from({ length: 30 }, (_, i) => setGroups(db, project, rows(i), owner, now)))
  await db.close()
  expect(await askPostgres(db.url, deadlocks)).toEqual([{ deadlocks: 0 }])
})
