import { and, eq } from '../../db/drizzle.ts'
import type { Database, Reads } from '../../db/open.ts'
import { meetings, projects, type Speaker, slotSpeakers, slots } from '../../db/schema.ts'
import { acceptInvitation, declineInvitation } from '../speakers/answer.ts'
import { isReckonedWith } from '../speakers/standings.ts'
import type { Answer, Heeded } from './heed.ts'
import { isAboutNow } from './is-about-now.ts'
import { heard, isOvertaken } from './taken-in.ts'

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
  if (!(await isAboutNow(db, meeting, reply, row.confirmedAt ?? row.invitedAt))) return { outcome: 'old' }
  if (await isOvertaken(db, speaker, reply)) return { outcome: 'overtaken' }
  const part = { slotId: row.slotId, speakerId: speaker.id }
  if (reply.partstat === 'DECLINED' && isReckonedWith(row))
    await declineInvitation(db, { project, meeting }, part, now, null, { because: 'calendar' })
  if (reply.partstat === 'ACCEPTED' && row.standing === 'invited')
    await acceptInvitation(db, { project, meeting }, part, now)
  return { outcome: heard(reply.partstat.toLowerCase(), reply) }
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
