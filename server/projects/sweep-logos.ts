import type { Reads } from '../../db/open.ts'
import { logos } from '../../db/schema.ts'
import type { FileStore } from '../files/store.ts'
import { sweepFiles } from '../files/sweep.ts'

/** Deletes pictures that belong to no logo. */
export async function sweepLogos(db: Reads, files: FileStore, now: Temporal.Instant): Promise<void> {
  const known = new Set((await db.select({ id: logos.id }).from(logos)).map(({ id }) => `${id}.webp`))
  await sweepFiles(files, 'logos', known, now)
}
