import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { albums } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import type { Where } from './add-photo.ts'
import { albumOf } from './queries.ts'
import { tellOfPreview } from './tell-of-preview.ts'

/**
 * Lets those who came see the photos, tells them so once, and everybody from a day on. A preview that has begun keeps
 * its beginning.
 */
export async function openAlbum(
  db: Database,
  { project, meeting, by }: Where,
  publicFrom: Temporal.Instant,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const before = await albumOf(tx, meeting)
      const row = { previewedAt: before?.previewedAt ?? now, publicFrom, toldAt: before?.toldAt ?? now }
      if (!before?.toldAt) await tellOfPreview(tx, project, meeting, now)
      await tx
        .insert(albums)
        .values({ meetingId: meeting.id, ...row })
        .onConflictDoUpdate({ target: albums.meetingId, set: row })
      await record(tx, 'photos.opened', by, { project, meeting }, now)
    },
    { touches: project.id, lock: meeting.id },
  )
}

/** Out of everybody's sight again, at once. */
export async function closeAlbum(db: Database, { project, meeting, by }: Where, now: Temporal.Instant): Promise<void> {
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      if (!(await albumOf(tx, meeting))?.previewedAt) return
      await tx.update(albums).set({ previewedAt: null, publicFrom: null }).where(eq(albums.meetingId, meeting.id))
      await record(tx, 'photos.closed', by, { project, meeting }, now)
    },
    { touches: project.id, lock: meeting.id },
  )
}
