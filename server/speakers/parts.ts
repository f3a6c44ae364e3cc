import { and, eq } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import {
  type Meeting,
  type Slot,
  type SlotSpeaker,
  type Speaker,
  slotSpeakers,
  slots,
  speakers,
} from '../../db/schema.ts'

/** Which speaker in which slot. */
export type Part = { slotId: string; speakerId: string }
export type PartRow = { row: SlotSpeaker; slot: Slot; speaker: Speaker }

/** A speaker's part in a slot of the meeting as it is now; null when they are not in it. */
export async function partOf(tx: Tx, meeting: Pick<Meeting, 'id'>, part: Part): Promise<PartRow | null> {
  const [found] = await tx
    .select({ row: slotSpeakers, slot: slots, speaker: speakers })
    .from(slotSpeakers)
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .innerJoin(speakers, eq(speakers.id, slotSpeakers.speakerId))
    .where(and(eq(slots.meetingId, meeting.id), isPart(part)))
  return found ?? null
}

export async function setStanding(tx: Tx, part: Part, changes: Partial<SlotSpeaker>): Promise<void> {
  await tx.update(slotSpeakers).set(changes).where(isPart(part))
}

function isPart({ slotId, speakerId }: Part) {
  return and(eq(slotSpeakers.slotId, slotId), eq(slotSpeakers.speakerId, speakerId))
}
