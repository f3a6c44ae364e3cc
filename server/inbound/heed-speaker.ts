import { and, eq } from '../../db/drizzle.ts'
import type { Database, Reads } from '../../db/open.ts'
import { meetings, projects, type Speaker, slotSpeakers, slots } from '../../db/schema.ts'
import { ownSequence } from '../calendar/own-sequence.ts'
import { acceptInvitation, declineInvitation } from '../speakers/answer.ts'
import { isReckonedWith } from '../speakers/standings.ts'
import type { Answer, Heeded } from './heed.ts'
import { slotSequence } from './slot-sequence.ts'
import { heard, lastHeard } from './taken-in.ts'

/** An answer about a slot that they speak in, as if given on their own page. Null: they are in no such slot. */
export async function heedSpeaker(
  db: Database,
  speaker: Speaker,
  { reply }: Answer,
  now: Temporal.Instant,
): Promise<Heeded | null> {
  const found = await slotOf(db, speaker, reply.uid)
  if (!found) return null
  const { project, meeting, row } = found
  const own = await ownSequence(db, meeting, {
    recipient: reply.attendee,
    registrationId: null,
    speakerId: speaker.id,
  })
  const current = await slotSequence(db, meeting, reply.uid)
  if (current === null || reply.sequence < current + own) return { outcome: 'old' }
  const last = await lastHeard(db, speaker)
  if (last && Temporal.Instant.compare(reply.at, last) < 0) return { outcome: 'overtaken' }
  const part = { slotId: row.slotId, speakerId: speaker.id }
  if (reply.partstat === 'DECLINED' && isReckonedWith(row))
    await declineInvitation(db, { project, meeting }, part, now, null, { because: 'calendar' })
  if (reply.partstat === 'ACCEPTED' && row.standing === 'invited')
    await acceptInvitation(db, { project, meeting }, part, now)
  return { outcome: heard(reply.partstat.toLowerCase(), reply.at) }
}

async function slotOf(db: Reads, speaker: Speaker, uid: string) {
  const [found] = await db
    .select({ project: projects, meeting: meetings, row: slotSpeakers })
    .from(slotSpeakers)
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .innerJoin(meetings, eq(meetings.id, slots.meetingId))
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(and(eq(slotSpeakers.speakerId, speaker.id), eq(slotSpeakers.slotId, uid)))
  return found ?? null
}
