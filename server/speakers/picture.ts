import { randomUUID } from 'node:crypto'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Organiser, type Project, type Speaker, speakers } from '../../db/schema.ts'
import { redraw } from '../files/picture.ts'
import { discard, type FileKey, type FileStore, putBytes } from '../files/store.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'
import { freshSpeaker } from './queries.ts'

const size = { width: 640, height: 640, fit: 'cover' } as const

/** Gives a speaker a picture in place of the one before; false when the bytes are no picture we take. */
export async function setPicture(
  db: Database,
  files: FileStore,
  project: Project,
  speaker: Pick<Speaker, 'id'>,
  bytes: Buffer,
  now: Temporal.Instant,
  by: Organiser | null = null,
): Promise<boolean> {
  const picture = await redraw(bytes, size)
  if (!picture) return false
  // A new one each time: an address that was public once must not show another picture later.
  const pictureId = randomUUID()
  await putBytes(files, pictureKey(pictureId), picture.webp)
  await exchange(db, files, project, speaker, { pictureId, by, now })
  return true
}

export async function removePicture(
  db: Database,
  files: FileStore,
  project: Project,
  speaker: Pick<Speaker, 'id'>,
  now: Temporal.Instant,
  by: Organiser | null = null,
): Promise<void> {
  await exchange(db, files, project, speaker, { pictureId: null, by, now })
}

export function pictureKey(pictureId: string): FileKey {
  return `speakers/${pictureId}.webp`
}

async function exchange(
  db: Database,
  files: FileStore,
  project: Project,
  speaker: Pick<Speaker, 'id'>,
  { pictureId, by, now }: { pictureId: string | null; by: Organiser | null; now: Temporal.Instant },
): Promise<void> {
  const former = await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const before = (await freshSpeaker(tx, project, speaker)) ?? notFound()
      if (before.pictureId === pictureId) return null
      await tx.update(speakers).set({ pictureId }).where(eq(speakers.id, speaker.id))
      await record(tx, 'speaker.edited', by, { project }, now)
      return before.pictureId
    },
    { touches: project.id },
  )
  if (former) await discard(files, pictureKey(former))
}
