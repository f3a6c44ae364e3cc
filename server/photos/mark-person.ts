import { and, eq, isNull } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import {
  type Photo,
  participants,
  photoObjections,
  photoPeople,
  photos,
  registrations,
  speakers,
} from '../../db/schema.ts'
import { notFound } from '../refusal.ts'
import type { Where } from './add-photo.ts'
import { changePhotos } from './edit-photo.ts'

/** Somebody who came, whom somebody brought along, or who spoke. */
export type Who = { kind: 'registration' | 'participant' | 'speaker'; id: string }

/**
 * Notes that somebody is in a photo: from then on their word decides where it is shown. One that was hidden because
 * somebody objects stays so until organisers say that all who are in it are marked.
 */
export async function markPerson(
  db: Database,
  where: Where,
  photo: Pick<Photo, 'id'>,
  who: Who,
  now: Temporal.Instant,
): Promise<void> {
  await changePhotos(db, where, [photo.id], now, async (tx) => {
    const row = (await personOf(tx, where, who)) ?? notFound()
    const [known] = await tx
      .select({ id: photoPeople.id })
      .from(photoPeople)
      .where(
        and(
          eq(photoPeople.photoId, photo.id),
          row.registrationId ? eq(photoPeople.registrationId, row.registrationId) : isNull(photoPeople.registrationId),
          row.participantId ? eq(photoPeople.participantId, row.participantId) : isNull(photoPeople.participantId),
          row.speakerId ? eq(photoPeople.speakerId, row.speakerId) : isNull(photoPeople.speakerId),
        ),
      )
    if (!known) await tx.insert(photoPeople).values({ ...row, photoId: photo.id })
    if (!(await isObjectedTo(tx, photo)))
      await tx.update(photos).set({ people: 'marked' }).where(eq(photos.id, photo.id))
  })
}

async function isObjectedTo(tx: Pick<Database, 'select'>, { id }: Pick<Photo, 'id'>): Promise<boolean> {
  const rows = await tx
    .select({ people: photos.people })
    .from(photos)
    .innerJoin(photoObjections, eq(photoObjections.photoId, photos.id))
    .where(and(eq(photos.id, id), eq(photos.people, 'unknown')))
  return rows.length > 0
}

export async function unmarkPerson(
  db: Database,
  where: Where,
  photo: Pick<Photo, 'id'>,
  { id }: { id: string },
  now: Temporal.Instant,
): Promise<void> {
  await changePhotos(db, where, [photo.id], now, async (tx) => {
    await tx.delete(photoPeople).where(and(eq(photoPeople.id, id), eq(photoPeople.photoId, photo.id)))
  })
}

type Person = { registrationId: string | null; participantId: string | null; speakerId: string | null }

async function personOf(
  db: Pick<Database, 'select'>,
  { project, meeting }: Where,
  { kind, id }: Who,
): Promise<Person | null> {
  const nobody = { registrationId: null, participantId: null, speakerId: null }
  if (kind === 'speaker') {
    const its = and(eq(speakers.id, id), eq(speakers.projectId, project.id))
    const [found] = await db.select({ id: speakers.id }).from(speakers).where(its)
    return found ? { ...nobody, speakerId: found.id } : null
  }
  if (kind === 'registration') {
    const its = and(eq(registrations.id, id), eq(registrations.meetingId, meeting.id))
    const [found] = await db.select({ id: registrations.id }).from(registrations).where(its)
    return found ? { ...nobody, registrationId: found.id } : null
  }
  const [found] = await db
    .select({ id: participants.id, registrationId: participants.registrationId })
    .from(participants)
    .innerJoin(registrations, eq(registrations.id, participants.registrationId))
    .where(and(eq(participants.id, id), eq(registrations.meetingId, meeting.id)))
  return found ? { ...nobody, registrationId: found.registrationId, participantId: found.id } : null
}
