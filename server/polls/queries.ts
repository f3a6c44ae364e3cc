import { and, asc, eq, inArray, isNotNull, isNull } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Meeting, type Poll, type PollVote, polls, pollVotes } from '../../db/schema.ts'

type Of = Pick<Meeting, 'id'>
export type Voted = { poll: Poll; votes: PollVote[] }

/** Every poll of a meeting with what was voted, in the order in which they were made. */
export async function pollsOf(db: Reads, meeting: Of): Promise<Voted[]> {
  const all = await db
    .select()
    .from(polls)
    .where(eq(polls.meetingId, meeting.id))
    .orderBy(asc(polls.position), asc(polls.createdAt))
  return await withVotes(db, all)
}

/** Those that have been opened: what everybody in the room sees. */
export async function pollsInRoom(db: Reads, meeting: Of): Promise<Voted[]> {
  const all = await db
    .select()
    .from(polls)
    .where(and(eq(polls.meetingId, meeting.id), isNotNull(polls.openedAt)))
    .orderBy(asc(polls.openedAt))
  return await withVotes(db, all)
}

/** What the room votes on now. */
export async function openPollIn(db: Reads, meeting: Of): Promise<Poll | null> {
  const [found] = await db
    .select()
    .from(polls)
    .where(and(eq(polls.meetingId, meeting.id), isNotNull(polls.openedAt), isNull(polls.closedAt)))
  return found ?? null
}

export async function pollIn(db: Reads, meeting: Of, id: string): Promise<Poll | undefined> {
  const [found] = await db
    .select()
    .from(polls)
    .where(and(eq(polls.meetingId, meeting.id), eq(polls.id, id)))
  return found
}

async function withVotes(db: Reads, all: Poll[]): Promise<Voted[]> {
  if (all.length === 0) return []
  const ids = all.map(({ id }) => id)
  const votes = await db.select().from(pollVotes).where(inArray(pollVotes.pollId, ids)).orderBy(asc(pollVotes.at))
  const of = Map.groupBy(votes, ({ pollId }) => pollId)
  return all.map((poll) => ({ poll, votes: of.get(poll.id) ?? [] }))
}
