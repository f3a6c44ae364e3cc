import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { slotSpeakers } from '../../db/schema.ts'
import { onceOf, queueLetter } from '../mail/queue.ts'
import { newSpeakerLink } from '../speakers/links.ts'
import { dueReminders, type Missing } from './missing.ts'

/** Reminds everybody whose slides are missing, once: in one letter for all their stories at a meeting. */
export async function remindOfSlides(db: Database, now: Temporal.Instant): Promise<void> {
  if ((await dueReminders(db, now)).length === 0) return
  const remindAll = async (tx: Tx) => {
    const due = await dueReminders(tx, now)
    const each = Map.groupBy(due, ({ speaker, meeting }) => `${speaker.id} ${meeting.id}`)
    for (const its of each.values()) await remind(tx, its, now)
  }
  await db.transact(remindAll, { touches: 'nothing', lock: 'slides-reminders' })
}

async function remind(tx: Tx, its: readonly Missing[], now: Temporal.Instant): Promise<void> {
  const [first] = its
  if (!first?.speaker.email) return
  const { project, meeting, speaker } = first
  const ids = its.map(({ slot }) => slot.id)
  const own = and(eq(slotSpeakers.speakerId, speaker.id), inArray(slotSpeakers.slotId, ids))
  await tx.update(slotSpeakers).set({ slidesRemindedAt: now }).where(own)
  const letter = {
    ...{ kind: 'slides-reminder', projectId: project.id, meetingId: meeting.id, speakerId: speaker.id },
    recipient: first.speaker.email,
    locale: speaker.locale ?? project.locales[0] ?? 'lv',
    token: await newSpeakerLink(tx, speaker, meeting, now),
    facts: { remindedAt: String(now.epochMilliseconds) },
    once: onceOf('slides-reminder', speaker.id, meeting.id, ...ids.toSorted()),
  }
  await queueLetter(tx, letter, now)
}
