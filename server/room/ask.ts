import { and, count, eq, gt } from '../../db/drizzle.ts'
import type { Locale } from '../../db/languages.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, type Project, voices } from '../../db/schema.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound, Refusal } from '../refusal.ts'
import type { Question } from './ask-form.ts'
import { isRoomOpen } from './is-open.ts'

/** Of one browser in ten minutes; and of all together until somebody has looked at some, as more nobody can read. */
const mostOfOne = 10
const mostWaiting = 500

type Where = { project: Pick<Project, 'id'>; meeting: Pick<Meeting, 'id'> }
type Asking = { locale: Locale; voterHash: string }

/** Puts a question to the room; others see it once a moderator has approved it. Sent twice, it is asked once. */
export async function ask(
  db: Database,
  { project, meeting }: Where,
  question: Question,
  { locale, voterHash }: Asking,
  now: Temporal.Instant,
): Promise<void> {
  const put = async (tx: Tx) => {
    await writableProject(tx, project)
    if (!isRoomOpen((await freshMeeting(tx, meeting)) ?? notFound(), now)) throw new Refusal('room.closed')
    const { text, slot, group, name, email } = question
    const own = and(eq(voices.meetingId, meeting.id), eq(voices.voterHash, voterHash))
    const [same] = await tx
      .select({ id: voices.id })
      .from(voices)
      .where(and(own, eq(voices.text, text)))
    if (same) return
    await refuseTooMany(tx, meeting, voterHash, now)
    const place = { projectId: project.id, meetingId: meeting.id, slotId: slot || null, kind: 'question' as const }
    const who = { groupId: group || null, name: name || null, email: email || null, voterHash }
    await tx.insert(voices).values({ ...place, ...who, text, locale, createdAt: now })
  }
  await db.transact(put, { touches: project.id, lock: meeting.id })
}

async function refuseTooMany(tx: Tx, { id }: { id: string }, voterHash: string, now: Temporal.Instant): Promise<void> {
  const lately = and(eq(voices.voterHash, voterHash), gt(voices.createdAt, now.subtract({ minutes: 10 })))
  const [own] = await tx
    .select({ voices: count() })
    .from(voices)
    .where(and(eq(voices.meetingId, id), lately))
  if ((own?.voices ?? 0) >= mostOfOne) throw new Refusal('room.too-many', {}, 429)
  const waiting = and(eq(voices.meetingId, id), eq(voices.status, 'waiting'))
  const [all] = await tx.select({ voices: count() }).from(voices).where(waiting)
  if ((all?.voices ?? 0) >= mostWaiting) throw new Refusal('room.full', {}, 503)
}
