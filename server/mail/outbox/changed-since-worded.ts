import { eq } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import { type Letter, meetings } from '../../../db/schema.ts'
import type { Step } from './log.ts'

/** Whether the meeting has changed since somebody put a letter about it in words of their own: they may tell the old. */
export async function changedSinceWorded(db: Reads, letter: Letter, steps: readonly Step[]): Promise<boolean> {
  const worded = steps.findLast(({ outcome }) => outcome === 'edited')
  if (!letter.words || !letter.meetingId || letter.sentAt || letter.endedAt) return false
  // They come from a letter whose place this one took.
  if (!worded) return true
  const [meeting] = await db
    .select({ changedAt: meetings.changedAt })
    .from(meetings)
    .where(eq(meetings.id, letter.meetingId))
  return meeting !== undefined && Temporal.Instant.compare(meeting.changedAt, worded.at) > 0
}
