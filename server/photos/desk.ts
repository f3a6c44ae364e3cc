import { desc, eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import {
  type Album,
  type Meeting,
  type Photo,
  type PhotoChannel,
  type Project,
  photoObjections,
  photos,
  type Slot,
} from '../../db/schema.ts'
import { slotsOf } from '../agenda/queries.ts'
import { photoChannels } from '../consents/standing.ts'
import { type Agrees, agreementOf, type Marked, markedIn } from './agreement.ts'
import { photoLimits } from './limits.ts'
import { albumOf, photosOf } from './queries.ts'
import { mayBeShown } from './shown.ts'

export type DeskPhoto = {
  photo: Photo
  marked: Marked[]
  /** Where it may go, and of the channels asked for those in which somebody marked says no. */
  open: PhotoChannel[]
  against: PhotoChannel[]
  /** What was written by who objected, the latest first. */
  objections: { words: string; at: Temporal.Instant }[]
}

export type PhotoDesk = {
  project: Project
  meeting: Meeting
  album: Album | null
  photos: DeskPhoto[]
  takenDown: number
  /** All that were ever raised, to photos that are taken down too. */
  objections: number
  slots: Slot[]
  agrees: Agrees
  most: typeof photoLimits
}

/** All of a meeting's photos, as its organisers see them. As many queries, however many photos there are. */
export async function photoDesk(db: Reads, project: Project, meeting: Meeting): Promise<PhotoDesk> {
  const [album, all, marked] = [await albumOf(db, meeting), await photosOf(db, meeting), await markedIn(db, [meeting])]
  const agrees = await agreementOf(db, project, [...marked.values()].flat())
  const said = await db
    .select({ photoId: photoObjections.photoId, words: photoObjections.words, at: photoObjections.at })
    .from(photoObjections)
    .innerJoin(photos, eq(photos.id, photoObjections.photoId))
    .where(eq(photos.meetingId, meeting.id))
    .orderBy(desc(photoObjections.at))
  const objections = Map.groupBy(said, ({ photoId }) => photoId)
  const here = all.filter(({ takenDownAt }) => takenDownAt === null)
  return {
    ...{
      project,
      meeting,
      album,
      agrees,
      takenDown: all.length - here.length,
      objections: said.length,
      slots: await slotsOf(db, meeting),
    },
    most: photoLimits,
    photos: here.map((photo) => {
      const its = marked.get(photo.id) ?? []
      return {
        ...{ photo, marked: its, objections: objections.get(photo.id) ?? [] },
        open: photoChannels.filter((channel) => mayBeShown(photo, its, agrees, channel)),
        against: photo.channels.filter((channel) => its.some((one) => !agrees(one, channel))),
      }
    }),
  }
}
