import { and, asc, eq, given, inArray, isNull, lte, or } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Given, preparedForAll } from '../../db/prepared.ts'
import { albums, type Photo, type PhotoChannel, photos } from '../../db/schema.ts'
import { type Agrees, agreementOf, type Marked, markedIn } from './agreement.ts'
import { photoLimits } from './limits.ts'

/** Also of a photo that comes late into an album that is open, or of which organisers say late who is in it. */
export const objecting = { hours: photoLimits.days.least * 24 }

/**
 * The one rule: whether a photo may be shown in a channel at present. Who is in it has been looked at, and everybody
 * marked agrees; a photo of marked people in which nobody is marked (any more) shows somebody unknown.
 */
export function mayBeShown(
  photo: Pick<Photo, 'takenDownAt' | 'people' | 'channels'>,
  marked: readonly Marked[],
  agrees: Agrees,
  channel: PhotoChannel,
): boolean {
  if (photo.takenDownAt || !photo.channels.includes(channel)) return false
  if (photo.people === 'nobody') return marked.length === 0
  return photo.people === 'marked' && marked.length > 0 && marked.every((one) => agrees(one, channel))
}

/**
 * Whether those who were there see a photo before everybody does: what is to go out, but nobody who is not to be on a
 * page. Whoever is in it sees it in any case.
 */
export function mayBePreviewed(
  photo: Parameters<typeof mayBeShown>[0],
  marked: readonly Marked[],
  agrees: Agrees,
  isTheirs: (one: Marked) => boolean,
): boolean {
  if (photo.takenDownAt || photo.people === 'unknown') return false
  if (marked.some(isTheirs)) return true
  return (
    marked.every((one) => agrees(one, 'web')) &&
    photo.channels.some((channel) => mayBeShown(photo, marked, agrees, channel))
  )
}

/** The photos of one meeting that a channel may have now, in their order. */
export async function photosFor(
  db: Reads,
  project: { id: string },
  meeting: { id: string },
  channel: PhotoChannel,
  now: Temporal.Instant,
): Promise<Photo[]> {
  return (await photosOfMany(db, project, [meeting], channel, now)).get(meeting.id) ?? []
}

/** The same of many meetings at once, by the meeting's id. */
export async function photosOfMany(
  db: Reads,
  project: { id: string },
  meetings: readonly { id: string }[],
  channel: PhotoChannel,
  now: Temporal.Instant,
): Promise<Map<string, Photo[]>> {
  if (meetings.length === 0) return new Map()
  const ids = meetings.map(({ id }) => id)
  const since = now.subtract(objecting)
  const at = { now: now.epochMilliseconds, since: since.epochMilliseconds }
  const rows = await preparedForAll(db, ids, openPhotos).execute(at)
  if (rows.length === 0) return new Map()
  const marked = await markedIn(db, meetings)
  const agrees = await agreementOf(db, project, [...marked.values()].flat())
  const shown = rows.filter(({ photo }) => mayBeShown(photo, marked.get(photo.id) ?? [], agrees, channel))
  return Map.groupBy(
    shown.map(({ photo }) => photo),
    ({ meetingId }) => meetingId,
  )
}

/** Of albums that everybody may see, those that nobody can object to first any more. */
function openPhotos(db: Reads, meetings: Given[]) {
  const isReady = or(isNull(photos.readyAt), lte(photos.readyAt, given('since')))
  return db
    .select({ photo: photos })
    .from(photos)
    .innerJoin(albums, eq(albums.meetingId, photos.meetingId))
    .where(
      and(
        inArray(photos.meetingId, meetings),
        isNull(photos.takenDownAt),
        lte(albums.publicFrom, given('now')),
        lte(photos.addedAt, given('since')),
        isReady,
      ),
    )
    .orderBy(asc(photos.position), asc(photos.id))
}
