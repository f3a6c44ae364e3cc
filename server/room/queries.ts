import { and, asc, eq, isNotNull, ne, sql } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { groups, type Meeting, meetings, projects, type Voice, voices, voiceVotes } from '../../db/schema.ts'
import type { Found } from '../meetings/queries.ts'

type Of = Pick<Meeting, 'id'>

export type Asked = Voice & { votes: number; voted: boolean }

/** The public meeting whose room has that code. */
export async function roomWithCode(db: Reads, code: string): Promise<Found | null> {
  const [found] = await db
    .select({ project: projects, meeting: meetings })
    .from(meetings)
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(and(eq(meetings.joinCode, code), isNotNull(projects.publishedAt), ne(meetings.status, 'draft')))
  return found ?? null
}

/** Every question of a meeting, the most wanted first; `voted`: by the browser that asks. */
export async function askedIn(db: Reads, meeting: Of, voterHash: string | null): Promise<Asked[]> {
  const rows = await db
    .select()
    .from(voices)
    .where(and(eq(voices.meetingId, meeting.id), eq(voices.kind, 'question')))
    .orderBy(asc(voices.createdAt), asc(voices.id))
  const votes = await votesIn(db, meeting)
  const own = voterHash ? await votedBy(db, meeting, voterHash) : new Set<string>()
  const asked = rows.map((row) => ({ ...row, votes: votes.get(row.id) ?? 0, voted: own.has(row.id) }))
  return asked.toSorted((one, other) => other.votes - one.votes)
}

/** What a vote counts for: the question itself, or the one that asks the same. */
const about = sql<string>`coalesce(${voices.mergedInto}, ${voices.id})`

/** A browser that voted for two that ask the same counts once. */
async function votesIn(db: Reads, meeting: Of): Promise<Map<string, number>> {
  const rows = await db
    .select({ about, votes: sql<number>`count(distinct ${voiceVotes.voterHash})`.mapWith(Number) })
    .from(voiceVotes)
    .innerJoin(voices, eq(voices.id, voiceVotes.voiceId))
    .where(eq(voices.meetingId, meeting.id))
    .groupBy(about)
  return new Map(rows.map((row) => [row.about, row.votes]))
}

async function votedBy(db: Reads, meeting: Of, voterHash: string): Promise<Set<string>> {
  const rows = await db
    .select({ about })
    .from(voiceVotes)
    .innerJoin(voices, eq(voices.id, voiceVotes.voiceId))
    .where(and(eq(voices.meetingId, meeting.id), eq(voiceVotes.voterHash, voterHash)))
  return new Set(rows.map((row) => row.about))
}

/** How the groups of a project are called, retired ones too. */
export async function groupNames(db: Reads, project: { id: string }) {
  const rows = await db.select().from(groups).where(eq(groups.projectId, project.id)).orderBy(asc(groups.position))
  return rows.map(({ id, name }) => ({ id, name }))
}
