import { createHash } from 'node:crypto'
import { and, count, eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, type Organiser, type Photo, type Project, photos } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import type { Received } from '../files/receive.ts'
import type { FileStore } from '../files/store.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { type Drawn, drawPhoto } from './draw-photo.ts'
import { removePhotoFiles } from './store.ts'

const mostPhotos = 500

export type Where = { project: Project; meeting: Meeting; by: Organiser }

/** Takes in one photo, or says why not. The same one twice is there once; one that was taken down does not come back. */
export async function addPhoto(
  db: Database,
  files: FileStore,
  where: Where,
  { path, hash }: Received,
  now: Temporal.Instant,
): Promise<MessageKey | null> {
  const known = await sameAs(db, where.meeting, hash)
  if (known) return takenDown(known)
  const id = createHash('sha256').update(where.meeting.id).update(hash).digest('hex').slice(0, 32)
  const drawn = await drawPhoto(files, path, id)
  if (!drawn) return 'album.problem-kind'
  try {
    return await db.transact((tx) => insert(tx, where, { id, hash, ...drawn }, now), {
      touches: 'nothing',
      lock: where.meeting.id,
    })
  } finally {
    const kept = await sameAs(db, where.meeting, hash)
    if (!kept || kept.takenDownAt) await removePhotoFiles(files, { id, ...drawn })
  }
}

async function sameAs(db: Pick<Tx, 'select'>, { id }: { id: string }, hash: string): Promise<Photo | undefined> {
  const [found] = await db
    .select()
    .from(photos)
    .where(and(eq(photos.meetingId, id), eq(photos.contentHash, hash)))
  return found
}

function takenDown({ takenDownAt }: Photo): MessageKey | null {
  return takenDownAt ? 'album.problem-taken-down' : null
}

async function insert(
  tx: Tx,
  { project, meeting, by }: Where,
  { id, hash, width, height }: Drawn & { id: string; hash: string },
  now: Temporal.Instant,
): Promise<MessageKey | null> {
  await writableProject(tx, project)
  const known = await sameAs(tx, meeting, hash)
  if (known) return takenDown(known)
  const [row] = await tx.select({ all: count() }).from(photos).where(eq(photos.meetingId, meeting.id))
  const position = Number(row?.all ?? 0) + 1
  if (position > mostPhotos) return 'album.problem-many'
  const whose = { meetingId: meeting.id, contentHash: hash, addedAt: now, addedBy: by.id }
  await tx.insert(photos).values({ id, ...whose, position, width, height, channels: meeting.photoChannels })
  await record(tx, 'photos.added', by, { project, meeting }, now)
  return null
}
