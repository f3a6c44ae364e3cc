import { and, eq, isNotNull, isNull, lte } from '../../db/drizzle.ts'
import type { Database, Reads, Tx } from '../../db/open.ts'
import {
  type Meeting,
  meetings,
  type Project,
  projects,
  type Speaker,
  slotSpeakers,
  slots,
  speakers,
} from '../../db/schema.ts'
import { onceOf } from '../mail/queue.ts'
import { setStanding } from './parts.ts'
import { isTimeToRemind } from './still-true.ts'
import { tellSpeaker } from './tell.ts'

const silence = { hours: 5 * 24 }

type Unanswered = {
  project: Project
  meeting: Meeting
  speaker: Speaker
  slotId: string
  invitedAt: Temporal.Instant | null
}

/** Reminds once whoever was asked five days ago and has not answered: one letter, however many slots. */
export async function remindSpeakers(db: Database, now: Temporal.Instant): Promise<void> {
  if ((await unanswered(db, now)).length === 0) return
  await db.transact(
    async (tx) => {
      for (const one of await unanswered(tx, now)) await remind(tx, one, now)
    },
    { touches: 'nothing', lock: 'speakers’ reminders' },
  )
}

async function remind(tx: Tx, { project, meeting, speaker, slotId, invitedAt }: Unanswered, now: Temporal.Instant) {
  await setStanding(tx, { slotId, speakerId: speaker.id }, { remindedAt: now })
  const once = onceOf('speaker-reminder', speaker.id, meeting.id, `${invitedAt}`)
  await tellSpeaker(tx, 'speaker-reminder', { project, meeting }, speaker, now, { once })
}

/** Due and not yet reminded, as things stand now: what moves with the meeting is not written down. */
async function unanswered(db: Reads, now: Temporal.Instant): Promise<Unanswered[]> {
  const { standing, invitedAt, remindedAt } = slotSpeakers
  const rows = await db
    .select({ project: projects, meeting: meetings, speaker: speakers, slotId: slots.id, invitedAt })
    .from(slotSpeakers)
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .innerJoin(speakers, eq(speakers.id, slotSpeakers.speakerId))
    .innerJoin(meetings, eq(meetings.id, slots.meetingId))
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(
      and(
        ...[eq(standing, 'invited'), lte(invitedAt, now.subtract(silence)), isNull(remindedAt)],
        ...[isNotNull(speakers.email), eq(meetings.status, 'published'), isNull(projects.archivedAt)],
      ),
    )
  return rows.filter(({ meeting }) => isTimeToRemind(meeting, now))
}
