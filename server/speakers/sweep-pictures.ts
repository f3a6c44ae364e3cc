import { isNotNull } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { speakers } from '../../db/schema.ts'
import type { FileStore } from '../files/store.ts'
import { sweepFiles } from '../files/sweep.ts'

/** Deletes pictures that no speaker has, or has any more. */
export async function sweepPictures(db: Reads, files: FileStore, now: Temporal.Instant): Promise<void> {
  const rows = await db.select({ id: speakers.pictureId }).from(speakers).where(isNotNull(speakers.pictureId))
  await sweepFiles(files, 'speakers', new Set(rows.map(({ id }) => `${id}.webp`)), now)
}
