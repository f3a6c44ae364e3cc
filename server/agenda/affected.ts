import { and, count, eq, inArray, isNotNull, ne, sql } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Meeting, registrations, slotSpeakers, slots, speakers } from '../../db/schema.ts'

export type Affected = { people: number; speakers: number }

/** How many would hear of a changed agenda: whoever has a place, and whoever speaks in the slots concerned. */
export async function affected(db: Reads, meeting: Pick<Meeting, 'id'>, slotIds: readonly string[]): Promise<Affected> {
  const [coming] = await db
    .select({ people: count() })
    .from(registrations)
    .where(
      and(
        eq(registrations.meetingId, meeting.id),
        eq(registrations.status, 'confirmed'),
        isNotNull(registrations.email),
      ),
    )
  const [speaking] = await db
    .select({ speakers: sql<number>`count(distinct ${speakers.id})` })
    .from(slotSpeakers)
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .innerJoin(speakers, eq(speakers.id, slotSpeakers.speakerId))
    .where(
      and(
        eq(slots.meetingId, meeting.id),
        inArray(slotSpeakers.slotId, [...slotIds, '']),
        ne(slotSpeakers.standing, 'declined'),
        isNotNull(speakers.email),
      ),
    )
  return { people: coming?.people ?? 0, speakers: Number(speaking?.speakers ?? 0) }
}
