import { and, eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Slot, type Speaker, stories, storySpeakers } from '../../db/schema.ts'

/** Whether a story of theirs was accepted into that slot, as a letter has told them. */
export async function isTellerIn(db: Reads, slot: Pick<Slot, 'id'>, speaker: Pick<Speaker, 'id'>): Promise<boolean> {
  const found = await db
    .select({ id: stories.id })
    .from(storySpeakers)
    .innerJoin(stories, eq(stories.id, storySpeakers.storyId))
    .where(and(eq(storySpeakers.speakerId, speaker.id), eq(stories.slotId, slot.id), eq(stories.status, 'accepted')))
  return found.length > 0
}
