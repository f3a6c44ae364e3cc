import { isNotNull, isNull } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { photos } from '../../db/schema.ts'
import { widthsOf } from '../../views/photos/widths.ts'
import type { FileStore } from '../files/store.ts'
import { sweepFiles } from '../files/sweep.ts'
import { photoName, removePhotoFiles } from './store.ts'

/** Deletes files that belong to no photo; of one that was taken down, at once. */
export async function sweepPhotos(db: Reads, files: FileStore, now: Temporal.Instant): Promise<void> {
  const { id, width, takenDownAt } = photos
  const there = new Set((await files.list('photos')).map(({ name }) => name))
  for (const photo of await db.select({ id, width }).from(photos).where(isNotNull(takenDownAt)))
    if (widthsOf(photo).some((one) => there.has(photoName(photo, one)))) await removePhotoFiles(files, photo)
  const shown = await db.select({ id, width }).from(photos).where(isNull(takenDownAt))
  const known = new Set(shown.flatMap((photo) => widthsOf(photo).map((one) => photoName(photo, one))))
  await sweepFiles(files, 'photos', known, now)
}
