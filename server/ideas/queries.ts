import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Project, voices, voiceVotes } from '../../db/schema.ts'
import type { Item } from '../dialogue/item.ts'
import { publicItemsOf } from '../dialogue/queries.ts'

export type Idea = Item & { voted: boolean }

/** What stands on the wall, the most wanted first, with what this browser has voted for. */
export async function ideasOf(db: Reads, project: Pick<Project, 'id'>, voterHash: string | null): Promise<Idea[]> {
  const ideas = (await publicItemsOf(db, project)).filter(({ meeting }) => meeting === null)
  const own = voterHash ? await votedBy(db, ideas, voterHash) : new Set<string>()
  return ideas.map((idea) => ({ ...idea, voted: own.has(idea.voice.id) }))
}

/** Those this browser put there that nobody has looked at yet: seen by it alone. */
export async function ownWaiting(db: Reads, project: Pick<Project, 'id'>, voterHash: string | null) {
  if (!voterHash) return []
  const own = and(eq(voices.projectId, project.id), eq(voices.voterHash, voterHash), eq(voices.kind, 'idea'))
  return await db
    .select()
    .from(voices)
    .where(and(own, eq(voices.status, 'waiting')))
    .orderBy(voices.createdAt)
}

async function votedBy(db: Reads, ideas: readonly Item[], voterHash: string): Promise<Set<string>> {
  const ids = ideas.map(({ voice }) => voice.id)
  const rows = await db
    .select({ id: voiceVotes.voiceId })
    .from(voiceVotes)
    .where(and(eq(voiceVotes.voterHash, voterHash), inArray(voiceVotes.voiceId, ids)))
  return new Set(rows.map(({ id }) => id))
}
