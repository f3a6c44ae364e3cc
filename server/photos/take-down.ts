import { and, eq, isNull } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import {
  type Meeting,
  type Organiser,
  type Photo,
  type Project,
  photoObjections,
  photoPeople,
  photos,
} from '../../db/schema.ts'
import type { FileStore } from '../files/store.ts'
import { record } from '../history.ts'
import { removePhotoFiles } from './store.ts'

type Place = { project: Pick<Project, 'id'>; meeting: Pick<Meeting, 'id'> }
/** An organiser, or whoever is in it, by their own link; speakers have no registration. */
type Against = { organiser: Pick<Organiser, 'id'> } | { registrationId: string | null }

/** Takes a photo down for good, its files too; what is left is that there was one, so that it does not come back. */
export async function takeDown(
  db: Database,
  files: FileStore,
  { project, meeting }: Place,
  photo: Pick<Photo, 'id' | 'width'>,
  by: Against,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const its = and(eq(photos.id, photo.id), eq(photos.meetingId, meeting.id), isNull(photos.takenDownAt))
      const gone = await tx.update(photos).set({ takenDownAt: now, alt: {}, credit: '' }).where(its).returning()
      if (gone.length === 0) return
      await tx.delete(photoPeople).where(eq(photoPeople.photoId, photo.id))
      const organiser = 'organiser' in by ? by.organiser : null
      if ('registrationId' in by)
        await tx.insert(photoObjections).values({ photoId: photo.id, registrationId: by.registrationId, at: now })
      await record(tx, organiser ? 'photos.taken-down' : 'photos.objected', organiser, { project, meeting }, now)
    },
    { touches: project.id, lock: meeting.id },
  )
  await removePhotoFiles(files, photo)
}

/**
 * Somebody without a link says that they are in a photo: it is out of sight at once, but its files stay, so that
 * organisers who look at who is in it may show it again (docs/decisions/photos.md).
 */
export async function hidePhoto(
  db: Database,
  { project, meeting }: Place,
  photo: Pick<Photo, 'id'>,
  words: string,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const its = and(eq(photos.id, photo.id), eq(photos.meetingId, meeting.id), isNull(photos.takenDownAt))
      const hidden = await tx.update(photos).set({ people: 'unknown' }).where(its).returning()
      if (hidden.length === 0) return
      await tx.insert(photoObjections).values({ photoId: photo.id, words, at: now })
      await record(tx, 'photos.objected', null, { project, meeting }, now)
    },
    { touches: project.id, lock: meeting.id },
  )
}
