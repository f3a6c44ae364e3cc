import { and, eq, gt } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { letters, type Meeting, type Speaker } from '../../db/schema.ts'
import type { Appearance } from './appearances.ts'
import { isReckonedWith } from './standings.ts'

/** Letters about the agenda bring the entry before a slot is confirmed. */
export async function heardOfAgenda(
  db: Reads,
  meeting: Pick<Meeting, 'id'>,
  speaker: Pick<Speaker, 'id'>,
): Promise<boolean> {
  const ofSpeaker = and(eq(letters.speakerId, speaker.id), eq(letters.meetingId, meeting.id))
  const tried = and(ofSpeaker, eq(letters.kind, 'agenda-changed'), gt(letters.attempts, 0))
  return (await db.select({ id: letters.id }).from(letters).where(tried).limit(1)).length > 0
}

/** Which of their slots a speaker has in their calendar. */
export async function entriesOf(
  db: Reads,
  meeting: Pick<Meeting, 'id'>,
  speaker: Pick<Speaker, 'id'>,
  slots: readonly Appearance[],
): Promise<Appearance[]> {
  const released = slots.filter((slot) => slot.released !== null && isReckonedWith(slot))
  if (released.every(isSure) || (await heardOfAgenda(db, meeting, speaker))) return released
  return released.filter(isSure)
}

function isSure({ standing }: Appearance): boolean {
  return standing === 'confirmed'
}
