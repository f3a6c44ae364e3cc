import { createMissing } from '../../db/create-missing.ts'
import { holdsForeignTables } from '../../db/foreign.ts'
import { type Database, open } from '../../db/open.ts'
import { Unopenable } from '../../db/unopenable.ts'
import type { Config } from '../config.ts'
import { contents } from './queries.ts'
import { tellStory } from './story.ts'

const refusal =
  'DATABASE_URL names a database that holds something else than the demo: it stays as it is; name an empty or a new one.'

/** The demo's database: filled when it is empty, continued when it holds the demo. Throws `Unopenable` otherwise. */
export async function openDemo(config: Config, now: Temporal.Instant): Promise<Database> {
  await createMissing(config.databaseUrl)
  if (await holdsForeignTables(config.databaseUrl)) throw new Unopenable(refusal)
  const db = await open(config.databaseUrl)
  try {
    const held = await contents(db)
    if (held === 'something else') throw new Unopenable(refusal)
    if (held === 'nothing') await tellStory(db, config, now)
    return db
  } catch (error) {
    await db.close()
    throw error
  }
}
