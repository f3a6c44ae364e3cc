import { randomUUID } from 'node:crypto'
import { and, eq, inArray, lt, not, sql } from '../../db/drizzle.ts'
import type { Database, Reads } from '../../db/open.ts'
import { meetings, polls, pollVotes } from '../../db/schema.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'

const gone = 'gone-'
const isKnown = not(sql`${pollVotes.voterHash} like ${`${gone}%`}`)

/** A statement takes only so many values. */
const atOnce = 200

/** Which browsers voted is forgotten with a meeting's people; how many voted for what stays. */
export async function forgetVoters(db: Database, now: Temporal.Instant): Promise<void> {
  await db.transact(
    async (tx) => {
      const ofMeetings = tx
        .select({ id: polls.id })
        .from(polls)
        .where(inArray(polls.meetingId, await meetingsToForget(tx, now)))
      const votes = await tx
        .delete(pollVotes)
        .where(and(inArray(pollVotes.pollId, ofMeetings), isKnown))
        .returning()
      for (let at = 0; at < votes.length; at += atOnce) {
        const some = votes.slice(at, at + atOnce)
        await tx.insert(pollVotes).values(some.map((vote) => ({ ...vote, voterHash: gone + randomUUID() })))
      }
    },
    { touches: 'nothing' },
  )
}

async function meetingsToForget(db: Reads, now: Temporal.Instant): Promise<string[]> {
  const { id, status, endsAt, cancelledAt, keepDays } = meetings
  const rows = await db
    .selectDistinct({ id, status, endsAt, cancelledAt, keepDays })
    .from(meetings)
    .innerJoin(polls, eq(polls.meetingId, id))
    .innerJoin(pollVotes, eq(pollVotes.pollId, polls.id))
    .where(and(lt(endsAt, now), isKnown))
  return rows.filter((meeting) => Temporal.Instant.compare(forgottenAt(meeting), now) < 0).map((row) => row.id)
}
