import { and, eq, isNull } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Project, voices, voiceVotes } from '../../db/schema.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'

/** One browser, one vote; a second time takes it back. */
export async function voteForIdea(
  db: Database,
  project: Pick<Project, 'id'>,
  id: string,
  wanted: 'vote' | 'take-back',
  voterHash: string,
  now: Temporal.Instant,
): Promise<void> {
  const vote = async (tx: Tx) => {
    await writableProject(tx, project)
    const onWall = and(eq(voices.projectId, project.id), isNull(voices.meetingId), eq(voices.status, 'shown'))
    const [idea = notFound()] = await tx
      .select({ id: voices.id })
      .from(voices)
      .where(and(onWall, eq(voices.id, id)))
    const own = and(eq(voiceVotes.voiceId, idea.id), eq(voiceVotes.voterHash, voterHash))
    if (wanted === 'take-back') await tx.delete(voiceVotes).where(own)
    else await tx.insert(voiceVotes).values({ voiceId: idea.id, voterHash, at: now }).onConflictDoNothing()
  }
  await db.transact(vote, { touches: 'nothing' })
}
