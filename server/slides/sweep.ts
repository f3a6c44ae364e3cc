import type { Reads } from '../../db/open.ts'
import { slides } from '../../db/schema.ts'
import type { FileStore } from '../files/store.ts'
import { sweepFiles } from '../files/sweep.ts'

/** Deletes files that belong to no slides; a slot that was removed may be brought back with its own for two days. */
export async function sweepSlides(db: Reads, files: FileStore, now: Temporal.Instant): Promise<void> {
  const known = new Set((await db.select({ id: slides.id }).from(slides)).map(({ id }) => id))
  await sweepFiles(files, 'slides', known, now)
}
