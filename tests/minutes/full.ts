import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Organiser, slots } from '../../db/schema.ts'
import type { Found } from '../../server/meetings/queries.ts'
import { approveMinutes, publishMinutes } from '../../server/minutes/publish-minutes.ts'
import { saveMinutes } from '../../server/minutes/save-minutes.ts'

/** Minutes of every slot, for everybody to read. */
export async function minutesIn(
  { db, ...found }: Found & { db: Database },
  { title, owner }: { title: string; owner: Organiser },
  now: Temporal.Instant,
): Promise<void> {
  const text = { lv: title, en: title }
  for (const slot of await db.select({ id: slots.id }).from(slots).where(eq(slots.meetingId, found.meeting.id))) {
    await saveMinutes(db, found, slot, { basedOn: 0, text }, owner, now)
    await approveMinutes(db, found, slot, 1, owner, now)
    await publishMinutes(db, found, slot, owner, now)
  }
}
