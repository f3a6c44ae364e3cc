import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { guardianConsents } from '../../db/schema.ts'
import { onceOf, queueLetter } from '../mail/queue.ts'
import { hasBegun } from '../meetings/status.ts'
import { newGuardianLink } from './links.ts'
import { occasionsOf, silentGuardians } from './queries.ts'

const patience = { hours: 4 * 24 }

/** One reminder to each guardian whose letter went four days ago and who has said nothing, before the meeting. */
export async function remindGuardians(db: Database, now: Temporal.Instant): Promise<void> {
  if ((await silentGuardians(db, now.subtract(patience))).length === 0) return
  await db.transact(async (tx) => await remindAll(tx, now), { touches: 'nothing', lock: 'guardian reminders' })
}

async function remindAll(tx: Tx, now: Temporal.Instant): Promise<void> {
  for (const { consent, speaker, project } of await silentGuardians(tx, now.subtract(patience))) {
    const { id, email: recipient, locale } = consent
    const next = (await occasionsOf(tx, speaker, now)).find(({ meeting }) => isAhead(meeting))
    if (!next || recipient === null) continue
    const token = await newGuardianLink(tx, consent, next.meeting, now)
    const about = { projectId: project.id, meetingId: next.meeting.id, consentId: id }
    const once = onceOf('guardian-reminder', id)
    await queueLetter(tx, { kind: 'guardian-reminder', ...about, recipient, locale, token, once }, now)
    await tx.update(guardianConsents).set({ remindedAt: now }).where(eq(guardianConsents.id, id))
  }

  function isAhead(meeting: Parameters<typeof hasBegun>[0] & { status: string }): boolean {
    return meeting.status !== 'postponed' && !hasBegun(meeting, now)
  }
}
