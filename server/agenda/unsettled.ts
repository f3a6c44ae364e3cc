import { eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Meeting, type Standing, slotSpeakers, slots } from '../../db/schema.ts'
import { takenOut } from './taken-out.ts'

/**
 * Who is not to be named in a slot, whatever was released: "slot speaker". They have said no since, or their yes was
 * taken back; and if organisers then took them out of the draft, a release from before must not name them again.
 */
export async function unsettledIn(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Set<string>> {
  const rows = await db
    .select({ slotId: slotSpeakers.slotId, speakerId: slotSpeakers.speakerId, standing: slotSpeakers.standing })
    .from(slotSpeakers)
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .where(eq(slots.meetingId, meeting.id))
  const present = new Map<string, Standing>(
    rows.map(({ slotId, speakerId, standing }) => [`${slotId} ${speakerId}`, standing]),
  )
  for (const [part, { standing }] of await takenOut(db, meeting)) if (!present.has(part)) present.set(part, standing)
  return new Set([...present].flatMap(([part, standing]) => (standing === 'confirmed' ? [] : [part])))
}
