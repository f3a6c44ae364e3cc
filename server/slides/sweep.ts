import type { Reads } from '../../db/open.ts'
import { slides } from '../../db/schema.ts'
import { sweepFolder } from '../files/sweep.ts'
import { slidesFolder } from './store.ts'

/** Deletes files that belong to no slides; a slot that was removed may be brought back with its own for two days. */
export async function sweepSlides(db: Reads, dataDir: string, now: Temporal.Instant): Promise<void> {
  const known = new Set((await db.select({ id: slides.id }).from(slides)).map(({ id }) => id))
  await sweepFolder(slidesFolder(dataDir), known, now)
}
