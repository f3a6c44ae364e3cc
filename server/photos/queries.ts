import { asc, eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import {
  type Album,
  albums,
  type Meeting,
  meetings,
  type Photo,
  type Project,
  photos,
  projects,
} from '../../db/schema.ts'

export async function photosOf(db: Reads, { id }: { id: string }): Promise<Photo[]> {
  return await db.select().from(photos).where(eq(photos.meetingId, id)).orderBy(asc(photos.position), asc(photos.id))
}

export async function albumOf(db: Reads, { id }: { id: string }): Promise<Album | null> {
  const [found] = await db.select().from(albums).where(eq(albums.meetingId, id))
  return found ?? null
}

export type Placed = { project: Project; meeting: Meeting; photo: Photo }

export async function photoWithPlace(db: Reads, id: string): Promise<Placed | null> {
  const [found] = await db
    .select({ project: projects, meeting: meetings, photo: photos })
    .from(photos)
    .innerJoin(meetings, eq(meetings.id, photos.meetingId))
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(eq(photos.id, id))
  return found ?? null
}
