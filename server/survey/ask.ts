import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, projects, type Registration, surveyLinks } from '../../db/schema.ts'
import { onceOf, queueLetters } from '../mail/queue.ts'
import { hashOf, newToken } from '../secrets.ts'
import { newUnsubscribeLinks } from '../unsubscribe/links.ts'
import { unsubscribedAmong } from '../unsubscribe/unsubscribed.ts'
import { meetingsToAskAbout, unaskedOf } from './queries.ts'

const valid = { hours: 14 * 24 }
const portion = 200

/** Asks everybody who came how it was: once each, and nobody who wants no news. For the clockwork. */
export async function askWhoCame(db: Database, now: Temporal.Instant): Promise<void> {
  for (const meeting of await meetingsToAskAbout(db, now))
    await db.transact((tx) => ask(tx, meeting, now), { touches: 'nothing', lock: meeting.id })
}

async function ask(tx: Tx, meeting: Meeting, now: Temporal.Instant): Promise<void> {
  const unasked = await unaskedOf(tx, meeting)
  const [project] = await tx.select().from(projects).where(eq(projects.id, meeting.projectId))
  if (!project || unasked.length === 0) return
  const unwilling = await unsubscribedAmong(tx, project, unasked)
  const willing = unasked.filter(({ id }) => !unwilling.has(id))
  // A statement takes only so many values.
  for (let i = 0; i < willing.length; i += portion) await writeTo(tx, meeting, willing.slice(i, i + portion), now)
}

async function writeTo(tx: Tx, meeting: Meeting, some: readonly Registration[], now: Temporal.Instant): Promise<void> {
  const queued = some.map(({ id, email, locale }) => ({
    ...{ kind: 'survey', projectId: meeting.projectId, meetingId: meeting.id, registrationId: id },
    ...{ recipient: email ?? '', locale, token: newToken(), once: onceOf('survey', id) },
  }))
  const expiresAt = now.add(valid)
  const links = queued.map(({ token, registrationId }) => ({ tokenHash: hashOf(token), registrationId, expiresAt }))
  await tx.insert(surveyLinks).values(links)
  await queueLetters(tx, queued, now)
  await newUnsubscribeLinks(tx, { id: meeting.projectId }, queued, now)
}
