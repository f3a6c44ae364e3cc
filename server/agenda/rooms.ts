import { randomUUID } from 'node:crypto'
import type { Localised } from '../../db/languages.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Room } from '../../db/schema.ts'
import { notFound } from '../refusal.ts'
import { changeDraft, type Outcome, type Seen } from './change-draft.ts'
import { positionAtEnd } from './position.ts'
import { added, edited, removed } from './rows.ts'

/** `capacity`: how many people it holds; null where nobody knows. */
export type RoomInput = { name: Localised; capacity: number | null }

/** `once`: the new room's id, when the form it comes from had one: sent twice, it is added once. */
export async function addRoom(
  db: Database,
  project: Project,
  meeting: Meeting,
  name: Localised,
  by: Organiser,
  now: Temporal.Instant,
  { capacity = null, once = randomUUID() }: { capacity?: number | null; once?: string | undefined } = {},
): Promise<Room> {
  const { done } = await changeDraft(db, { project, meeting }, by, now, async (_, draft) => {
    const made = draft.rooms.find(({ id }) => id === once)
    const room = made ?? { id: once, meetingId: meeting.id, name, capacity, position: positionAtEnd(draft.rooms) }
    return { result: room, changes: { about: room.id, title: name, rows: made ? [] : [added('rooms', room)] } }
  })
  return done ?? notFound()
}

export async function editRoom(
  db: Database,
  project: Project,
  meeting: Meeting,
  { id }: Pick<Room, 'id'>,
  input: RoomInput,
  by: Organiser,
  now: Temporal.Instant,
  seen: Seen = null,
): Promise<Outcome<undefined>> {
  const concern = { about: id, what: 'anything', seen } as const
  return await changeDraft(
    db,
    { project, meeting },
    by,
    now,
    async (_, draft) => {
      const room = draft.rooms.find((one) => one.id === id) ?? notFound()
      return { result: undefined, changes: { about: id, title: input.name, rows: edited('rooms', room, input) } }
    },
    concern,
  )
}

/** What was planned there is then in all rooms, and keeps its place in the order. */
export async function removeRoom(
  db: Database,
  project: Project,
  meeting: Meeting,
  { id }: Pick<Room, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
  seen: Seen = null,
): Promise<Outcome<undefined>> {
  const concern = { about: id, what: 'anything', seen } as const
  return await changeDraft(
    db,
    { project, meeting },
    by,
    now,
    async (_, draft) => {
      const room = draft.rooms.find((one) => one.id === id)
      const inIt = draft.slots.filter(({ roomId }) => roomId === id)
      const rows = room
        ? [removed('rooms', room), ...inIt.flatMap((slot) => edited('slots', slot, { roomId: null }))]
        : []
      return { result: undefined, changes: { about: id, title: room?.name ?? {}, rows } }
    },
    concern,
  )
}
