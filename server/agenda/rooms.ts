import { isDeepStrictEqual } from 'node:util'
import { eq } from '../../db/drizzle.ts'
import type { Localised } from '../../db/languages.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, type Room, rooms } from '../../db/schema.ts'
import { notFound } from '../refusal.ts'
import { changeDraft } from './change-draft.ts'
import { positionAtEnd } from './position.ts'

export async function addRoom(
  db: Database,
  project: Project,
  meeting: Meeting,
  name: Localised,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Room> {
  return await changeDraft(db, { project, meeting }, by, now, async (tx, draft) => {
    const row = { meetingId: meeting.id, name, position: positionAtEnd(draft.rooms) }
    const [room = notFound()] = await tx.insert(rooms).values(row).returning()
    return { result: room, what: name }
  })
}

export async function renameRoom(
  db: Database,
  project: Project,
  meeting: Meeting,
  { id }: Pick<Room, 'id'>,
  name: Localised,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await changeDraft(db, { project, meeting }, by, now, async (tx, draft) => {
    const room = draft.rooms.find((one) => one.id === id) ?? notFound()
    if (isDeepStrictEqual(room.name, name)) return { result: undefined, what: null }
    await tx.update(rooms).set({ name }).where(eq(rooms.id, id))
    return { result: undefined, what: name }
  })
}

/** What was planned there is then in all rooms, and keeps its place in the order. */
export async function removeRoom(
  db: Database,
  project: Project,
  meeting: Meeting,
  { id }: Pick<Room, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await changeDraft(db, { project, meeting }, by, now, async (tx, draft) => {
    const room = draft.rooms.find((one) => one.id === id)
    if (!room) return { result: undefined, what: null }
    await tx.delete(rooms).where(eq(rooms.id, id))
    return { result: undefined, what: room.name }
  })
}
