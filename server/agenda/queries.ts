import { asc, desc, eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import {
  type Day,
  type Meeting,
  type Room,
  releases,
  rooms,
  type Slot,
  slotSpeakers,
  slots,
  speakers,
} from '../../db/schema.ts'
import { daysOf } from '../meetings/queries.ts'
import type { Released, ReleasedAgenda } from './release.ts'

export type SpokenSlot = Slot & { speakers: string[] }
export type DraftAgenda = { rooms: Room[]; days: Day[]; slots: SpokenSlot[] }

/** The agenda the public sees, or null before the first release. */
export async function releasedAgenda(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Released | null> {
  const [latest] = await db
    .select()
    .from(releases)
    .where(eq(releases.meetingId, meeting.id))
    .orderBy(desc(releases.version))
    .limit(1)
  if (!latest) return null
  const agenda: ReleasedAgenda = JSON.parse(latest.agenda)
  return { ...agenda, version: latest.version, releasedAt: latest.releasedAt }
}

/** The agenda as organisers are making it. Four queries, however long it is. */
export async function draftAgenda(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<DraftAgenda> {
  const [ofMeeting, its] = [await roomsOf(db, meeting), await daysOf(db, meeting)]
  const planned = await slotsOf(db, meeting)
  const spoken = Map.groupBy(await speakersOf(db, meeting), ({ slotId }) => slotId)
  const namesIn = ({ id }: Slot) => (spoken.get(id) ?? []).map(({ name }) => name)
  return { rooms: ofMeeting, days: its, slots: planned.map((slot) => ({ ...slot, speakers: namesIn(slot) })) }
}

export async function roomsOf(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Room[]> {
  return await db
    .select()
    .from(rooms)
    .where(eq(rooms.meetingId, meeting.id))
    .orderBy(asc(rooms.position), asc(rooms.id))
}

export async function slotsOf(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Slot[]> {
  return await db
    .select()
    .from(slots)
    .where(eq(slots.meetingId, meeting.id))
    .orderBy(asc(slots.position), asc(slots.id))
}

/** In the order in which they were given. */
async function speakersOf(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<{ slotId: string; name: string }[]> {
  return await db
    .select({ slotId: slotSpeakers.slotId, name: speakers.name })
    .from(slotSpeakers)
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .innerJoin(speakers, eq(speakers.id, slotSpeakers.speakerId))
    .where(eq(slots.meetingId, meeting.id))
    .orderBy(asc(slotSpeakers.position))
}
