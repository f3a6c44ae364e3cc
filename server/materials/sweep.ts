import type { Reads } from '../../db/open.ts'
import { materials } from '../../db/schema.ts'
import type { FileStore } from '../files/store.ts'
import { sweepFiles } from '../files/sweep.ts'

/** Deletes files that belong to no material. */
export async function sweepMaterials(db: Reads, files: FileStore, now: Temporal.Instant): Promise<void> {
  const known = new Set((await db.select({ id: materials.id }).from(materials)).map(({ id }) => id))
  await sweepFiles(files, 'materials', known, now)
}
