import { and, count, eq, inArray, isNull } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Photo, photoObjections, photoPeople, photos } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { Refusal } from '../refusal.ts'
import type { Where } from './add-photo.ts'
import { agreementOf, markedIn } from './agreement.ts'
import { mayBePreviewed } from './shown.ts'

type PhotoWords = Pick<Photo, 'alt' | 'credit' | 'slotId' | 'position' | 'channels' | 'people'>

/**
 * What organisers say of one photo. In one that shows nobody, nobody stays marked. `objections`: how many they have
 * seen; nobody shows a photo again over an objection that they have not.
 */
export async function editPhoto(
  db: Database,
  where: Where,
  photo: Pick<Photo, 'id'>,
  { objections, ...said }: PhotoWords & Seen,
  now: Temporal.Instant,
): Promise<void> {
  await changePhotos(db, where, [photo.id], now, async (tx, ids) => {
    if (said.people !== 'unknown') await refuseUnseen(tx, inArray(photos.id, ids), objections)
    await tx.update(photos).set(said).where(inArray(photos.id, ids))
    if (said.people === 'nobody') await tx.delete(photoPeople).where(inArray(photoPeople.photoId, ids))
  })
}

export type ManyWords = { ids: string[] } & Partial<Pick<Photo, 'credit' | 'channels' | 'people'>>

/** How many objections there were when the page was made: to that photo, or to all of the meeting. */
export type Seen = { objections: number }

async function refuseUnseen(tx: Tx, which: ReturnType<typeof and>, seen: number): Promise<void> {
  const [row] = await tx
    .select({ all: count() })
    .from(photoObjections)
    .innerJoin(photos, eq(photos.id, photoObjections.photoId))
    .where(which)
  if (Number(row?.all ?? 0) > seen) throw new Refusal('album.objected-since')
}

/** The same for several at once: only what is given is changed. */
export async function editPhotos(
  db: Database,
  where: Where,
  { ids, objections, ...said }: ManyWords & Seen,
  now: Temporal.Instant,
): Promise<void> {
  if (ids.length === 0 || Object.keys(said).length === 0) return
  await changePhotos(db, where, ids, now, async (tx, known) => {
    if (said.people) await refuseUnseen(tx, eq(photos.meetingId, where.meeting.id), objections)
    await tx.update(photos).set(said).where(inArray(photos.id, known))
    if (said.people === 'nobody') await tx.delete(photoPeople).where(inArray(photoPeople.photoId, known))
  })
}

/**
 * Only photos of this meeting that are not taken down. Those that may be shown only by this change are new to whoever
 * came, and wait for them.
 */
export async function changePhotos(
  db: Database,
  { project, meeting, by }: Where,
  ids: readonly string[],
  now: Temporal.Instant,
  change: (tx: Tx, ids: string[]) => Promise<void>,
): Promise<void> {
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const its = and(inArray(photos.id, [...ids]), eq(photos.meetingId, meeting.id), isNull(photos.takenDownAt))
      const known = (await tx.select({ id: photos.id }).from(photos).where(its)).map(({ id }) => id)
      if (known.length === 0) throw new Refusal('album.gone')
      const before = await ready(tx, { project, meeting }, known)
      await change(tx, known)
      const fresh = (await ready(tx, { project, meeting }, known)).filter((id) => !before.includes(id))
      await tx.update(photos).set({ readyAt: now }).where(inArray(photos.id, fresh))
      await record(tx, 'photos.edited', by, { project, meeting }, now, { count: String(known.length) })
    },
    { touches: project.id, lock: meeting.id },
  )
}

/** Which of these those who came may see, once the album is open. */
async function ready(
  tx: Tx,
  { project, meeting }: Pick<Where, 'project' | 'meeting'>,
  ids: string[],
): Promise<string[]> {
  const rows = await tx.select().from(photos).where(inArray(photos.id, ids))
  const marked = await markedIn(tx, [meeting])
  const agrees = await agreementOf(tx, project, [...marked.values()].flat())
  const isShown = (photo: Photo) => mayBePreviewed(photo, marked.get(photo.id) ?? [], agrees, () => false)
  return rows.filter(isShown).map(({ id }) => id)
}
