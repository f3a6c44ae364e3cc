import type { Reads } from '../../db/open.ts'
import { materials } from '../../db/schema.ts'
import { sweepFolder } from '../files/sweep.ts'
import { materialsFolder } from './store.ts'

/** Deletes files that belong to no material. */
export async function sweepMaterials(db: Reads, dataDir: string, now: Temporal.Instant): Promise<void> {
  const known = new Set((await db.select({ id: materials.id }).from(materials)).map(({ id }) => id))
  await sweepFolder(materialsFolder(dataDir), known, now)
}
