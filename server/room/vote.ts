import { and, eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, type Project, voices, voiceVotes } from '../../db/schema.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound, Refusal } from '../refusal.ts'
import { isRoomOpen } from './is-open.ts'

type Where = { project: Pick<Project, 'id'>; meeting: Pick<Meeting, 'id'> }

/** One browser, one vote for each question, to be taken back as long as the room is open. */
export async function vote(
  db: Database,
  { project, meeting }: Where,
  voiceId: string,
  wish: 'vote' | 'take-back',
  voterHash: string,
  now: Temporal.Instant,
): Promise<void> {
  const cast = async (tx: Tx) => {
    await writableProject(tx, project)
    const shown = and(eq(voices.meetingId, meeting.id), eq(voices.status, 'shown'))
    const [voice = notFound()] = await tx
      .select({ id: voices.id })
      .from(voices)
      .where(and(shown, eq(voices.id, voiceId)))
    if (!isRoomOpen((await freshMeeting(tx, meeting)) ?? notFound(), now)) throw new Refusal('room.closed')
    const own = and(eq(voiceVotes.voiceId, voice.id), eq(voiceVotes.voterHash, voterHash))
    if (wish === 'take-back') await tx.delete(voiceVotes).where(own)
    else await tx.insert(voiceVotes).values({ voiceId: voice.id, voterHash, at: now }).onConflictDoNothing()
  }
  await db.transact(cast, { touches: project.id })
}
