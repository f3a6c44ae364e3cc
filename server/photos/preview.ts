import { and, asc, eq, inArray, isNull, lte, ne } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import {
  type Album,
  albums,
  type Meeting,
  meetings as meetingRows,
  type Photo,
  type PhotoChannel,
  photoPeople,
  photos,
  type Speaker,
  slotSpeakers,
  slots,
} from '../../db/schema.ts'

/** `said`: where a speaker who is marked in it agreed to be shown; null where they are not. */
export type Preview = {
  meeting: Meeting
  album: Album
  photos: { photo: Photo; said: PhotoChannel[] | null }[]
}

/** The albums that those who were there may see: of these meetings, or of those in which a speaker spoke. */
export async function albumsShownTo(
  db: Reads,
  meetings: readonly { id: string }[] | null,
  speaker: Pick<Speaker, 'id'> | null,
  now: Temporal.Instant,
): Promise<Preview[]> {
  const ids = meetings?.map(({ id }) => id) ?? (await spokenAt(db, speaker?.id ?? ''))
  if (ids.length === 0) return []
  const open = and(inArray(albums.meetingId, ids), lte(albums.previewedAt, now), ne(meetingRows.status, 'draft'))
  const rows = await db
    .select({ album: albums, meeting: meetingRows, photo: photos })
    .from(albums)
    .innerJoin(meetingRows, eq(meetingRows.id, albums.meetingId))
    .innerJoin(photos, eq(photos.meetingId, albums.meetingId))
    .where(and(open, isNull(photos.takenDownAt), ne(photos.people, 'unknown')))
    .orderBy(asc(meetingRows.number), asc(photos.position), asc(photos.id))
  const said = await saidBy(db, speaker)
  const byMeeting = [...Map.groupBy(rows, ({ meeting }) => meeting.id).values()]
  return byMeeting.flatMap((its) => {
    const [first] = its
    if (!first) return []
    const all = its.map(({ photo }) => ({ photo, said: said.get(photo.id) ?? null }))
    return [{ meeting: first.meeting, album: first.album, photos: all }]
  })
}

async function spokenAt(db: Reads, speakerId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ meetingId: slots.meetingId })
    .from(slots)
    .innerJoin(slotSpeakers, eq(slotSpeakers.slotId, slots.id))
    .where(and(eq(slotSpeakers.speakerId, speakerId), inArray(slotSpeakers.standing, ['accepted', 'confirmed'])))
  return rows.map(({ meetingId }) => meetingId)
}

async function saidBy(db: Reads, speaker: Pick<Speaker, 'id'> | null): Promise<Map<string, PhotoChannel[]>> {
  if (!speaker) return new Map()
  const rows = await db.select().from(photoPeople).where(eq(photoPeople.speakerId, speaker.id))
  return new Map(rows.map(({ photoId, agreed }) => [photoId, agreed ?? []]))
}
