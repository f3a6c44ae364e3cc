import { isDeepStrictEqual } from 'node:util'
import { and, eq, isNull, ne } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import {
  type Letter,
  letters,
  type Organiser,
  type Project,
  type Speaker,
  speakerLinks,
  speakers,
} from '../../db/schema.ts'
import { digestKind } from '../digest/queries.ts'
import { recordMinor } from '../guardians/minor.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { isOver } from '../meetings/status.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'
import { appearancesOf } from './appearances.ts'
import type { OwnProfile, Profile } from './profile-input.ts'
import { freshSpeaker } from './queries.ts'
import { tellSpeaker } from './tell.ts'

/**
 * Changes what is known of a speaker. Their words are public at once wherever they are named; a new name is so with
 * the next release. Another address closes every link sent to the old one, and gets its letters anew.
 */
export async function editProfile(
  db: Database,
  project: Project,
  speaker: Pick<Speaker, 'id'>,
  input: OwnProfile | Profile,
  now: Temporal.Instant,
  by: Organiser | null = null,
): Promise<Speaker> {
  return await db.transact(
    async (tx) => {
      const fresh = await writableProject(tx, project)
      const before = (await freshSpeaker(tx, project, speaker)) ?? notFound()
      if (isDeepStrictEqual({ ...before, ...input }, before)) return before
      const [after = notFound()] = await tx.update(speakers).set(input).where(eq(speakers.id, speaker.id)).returning()
      await record(tx, 'speaker.edited', by, { project }, now)
      if (after.minor !== before.minor) await recordMinor(tx, project, after, by, now)
      if (after.email?.toLowerCase() !== before.email?.toLowerCase()) await moveLetters(tx, fresh, after, now)
      return after
    },
    { touches: project.id },
  )
}

async function moveLetters(tx: Tx, project: Project, speaker: Speaker, now: Temporal.Instant): Promise<void> {
  await tx.delete(speakerLinks).where(eq(speakerLinks.speakerId, speaker.id))
  const waiting = await overtake(tx, speaker, now)
  for (const { meeting, slotId, standing } of await appearancesOf(tx, speaker)) {
    if (meeting.status === 'cancelled' || isOver(meeting, now)) continue
    if (standing === 'invited') await tellSpeaker(tx, 'speaker-invitation', { project, meeting }, speaker, now)
    const facts = { slot: slotId }
    if (standing === 'confirmed')
      await tellSpeaker(tx, 'speaker-confirmed', { project, meeting }, speaker, now, { facts })
  }
  for (const { kind, meetingId, facts, dueAt } of waiting) {
    const meeting = await freshMeeting(tx, { id: meetingId ?? '' })
    const bad = badNews.find((one) => one === kind)
    if (bad && meeting) await tellSpeaker(tx, bad, { project, meeting }, speaker, now, { facts, dueAt })
  }
}

/** What nothing else tells, if it has not reached the old address. */
const badNews = ['speaker-off', 'speaker-postponed', 'speaker-cancelled'] as const

/** A digest finds by itself who is still at its address: guests, and other speakers. */
async function overtake(tx: Tx, speaker: Speaker, now: Temporal.Instant): Promise<Letter[]> {
  const { speakerId, sentAt, endedAt, kind } = letters
  return await tx
    .update(letters)
    .set({ endedAt: now, ending: 'overtaken', once: null })
    .where(and(eq(speakerId, speaker.id), isNull(sentAt), isNull(endedAt), ne(kind, digestKind)))
    .returning()
}
