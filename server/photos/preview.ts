import { and, asc, eq, inArray, isNull, lte, ne } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import {
  type Album,
  albums,
  type Meeting,
  meetings as meetingRows,
  type Photo,
  type PhotoChannel,
  type Project,
  photoPeople,
  photos,
  type Registration,
  type Speaker,
  slotSpeakers,
  slots,
} from '../../db/schema.ts'
import { cameAmong } from '../check-ins/queries.ts'
import { agreementOf, type Marked, markedIn } from './agreement.ts'
import { mayBePreviewed } from './shown.ts'

/** Somebody who came, or who spoke. */
export type Viewer = { project: Project; registration: Registration | null; speaker: Speaker | null }

/** `said`: where a speaker who is marked in it agreed to be shown; null where they are not. */
export type Preview = {
  meeting: Meeting
  album: Album
  photos: { photo: Photo; said: PhotoChannel[] | null }[]
}

/** The albums that those who were there may see: of these meetings, or of those in which a speaker spoke. */
export async function albumsShownTo(
  db: Reads,
  viewer: Viewer,
  meetings: readonly { id: string }[] | null,
  now: Temporal.Instant,
): Promise<Preview[]> {
  const ids = meetings?.map(({ id }) => id) ?? (await spokenAt(db, viewer.speaker?.id ?? ''))
  if (ids.length === 0) return []
  const open = and(inArray(albums.meetingId, ids), lte(albums.previewedAt, now), ne(meetingRows.status, 'draft'))
  const rows = await db
    .select({ album: albums, meeting: meetingRows, photo: photos })
    .from(albums)
    .innerJoin(meetingRows, eq(meetingRows.id, albums.meetingId))
    .innerJoin(photos, eq(photos.meetingId, albums.meetingId))
    .where(and(open, isNull(photos.takenDownAt), ne(photos.people, 'unknown')))
    .orderBy(asc(meetingRows.number), asc(photos.position), asc(photos.id))
  const marked = await markedIn(
    db,
    ids.map((id) => ({ id })),
  )
  const agrees = await agreementOf(db, viewer.project, [...marked.values()].flat())
  const isTheirs = (one: Marked) => isOf(viewer, one)
  const seen = rows.filter(({ photo }) => mayBePreviewed(photo, marked.get(photo.id) ?? [], agrees, isTheirs))
  const byMeeting = [...Map.groupBy(seen, ({ meeting }) => meeting.id).values()]
  return byMeeting.flatMap((its) => {
    const [first] = its
    if (!first) return []
    const said = ({ id }: Photo) => saidBy(viewer, marked.get(id) ?? [])
    const all = its.map(({ photo }) => ({ photo, said: said(photo) }))
    return [{ meeting: first.meeting, album: first.album, photos: all }]
  })
}

/** Whoever brought others is shown those of all of them. */
function isOf({ registration, speaker }: Viewer, { person }: Marked): boolean {
  return speaker ? person.speakerId === speaker.id : person.registrationId === registration?.id
}

function saidBy({ speaker }: Viewer, marked: readonly Marked[]): PhotoChannel[] | null {
  const own = speaker && marked.find(({ person }) => person.speakerId === speaker.id)
  return own ? (own.person.agreed ?? []) : null
}

/** Whoever had a place, was seen at the door, or is marked in a photo. */
export async function mayHaveBeenThere(db: Reads, one: Pick<Registration, 'id' | 'status'>): Promise<boolean> {
  if (one.status === 'confirmed' || (await cameAmong(db, [one.id])).has(one.id)) return true
  const theirs = eq(photoPeople.registrationId, one.id)
  return (await db.select({ id: photoPeople.id }).from(photoPeople).where(theirs).limit(1)).length > 0
}

/** Whether there is an album for those who were at that meeting, or who spoke: for the line that leads to it. */
export async function isAlbumShownTo(
  db: Reads,
  who: { meeting: { id: string } } | { speaker: { id: string } },
  now: Temporal.Instant,
): Promise<boolean> {
  const theirs = 'meeting' in who ? [who.meeting.id] : spokenMeetings(db, who.speaker.id)
  const rows = await db
    .select({ id: albums.meetingId })
    .from(albums)
    .where(and(inArray(albums.meetingId, theirs), lte(albums.previewedAt, now)))
    .limit(1)
  return rows.length > 0
}

async function spokenAt(db: Reads, speakerId: string): Promise<string[]> {
  return (await spokenMeetings(db, speakerId)).map(({ meetingId }) => meetingId)
}

function spokenMeetings(db: Reads, speakerId: string) {
  return db
    .selectDistinct({ meetingId: slots.meetingId })
    .from(slots)
    .innerJoin(slotSpeakers, eq(slotSpeakers.slotId, slots.id))
    .where(and(eq(slotSpeakers.speakerId, speakerId), inArray(slotSpeakers.standing, ['accepted', 'confirmed'])))
}
