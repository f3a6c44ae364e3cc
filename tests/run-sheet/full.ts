import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { slots } from '../../db/schema.ts'
import type { Found } from '../../server/meetings/queries.ts'
import { addCue } from '../../server/run-sheet/cues.ts'

/** So many things to do around each slot. */
export async function cuesIn(
  { db, ...found }: Found & { db: Database },
  { title, size }: { title: string; size: number },
) {
  for (const { id } of await db.select({ id: slots.id }).from(slots).where(eq(slots.meetingId, found.meeting.id)))
    for (let i = 0; i < size; i++) await addCue(db, found, { slotId: id, offset: -5 * i, text: title, who: title })
}
