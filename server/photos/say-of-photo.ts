import { and, eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Photo, type PhotoChannel, type Project, photoPeople, type Speaker } from '../../db/schema.ts'

/** Where a speaker who is marked in a photo agrees to be shown in it; none is a no, at any time. */
export async function sayOfPhoto(
  db: Database,
  project: Pick<Project, 'id'>,
  photo: Pick<Photo, 'id'>,
  speaker: Pick<Speaker, 'id'>,
  agreed: PhotoChannel[],
): Promise<void> {
  const theirs = and(eq(photoPeople.photoId, photo.id), eq(photoPeople.speakerId, speaker.id))
  await db.transact((tx) => tx.update(photoPeople).set({ agreed }).where(theirs), { touches: project.id })
}
