import { randomUUID } from 'node:crypto'
import { and, eq, lt, not, sql } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { meetings, polls, pollVotes } from '../../db/schema.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'

const gone = 'gone-'

/** Which browsers voted is forgotten with a meeting's people; how many voted for what stays. */
export async function forgetVoters(db: Database, now: Temporal.Instant): Promise<void> {
  await db.transact(
    async (tx) => {
      const { pollId, voterHash } = pollVotes
      const known = await tx
        .select({ pollId, voterHash, meeting: meetings })
        .from(pollVotes)
        .innerJoin(polls, eq(polls.id, pollId))
        .innerJoin(meetings, eq(meetings.id, polls.meetingId))
        .where(and(lt(meetings.endsAt, now), not(sql`${voterHash} like ${`${gone}%`}`)))
        .limit(2_000)
      const due = known.filter(({ meeting }) => Temporal.Instant.compare(forgottenAt(meeting), now) < 0)
      for (const vote of due)
        await tx
          .update(pollVotes)
          .set({ voterHash: gone + randomUUID() })
          .where(and(eq(pollId, vote.pollId), eq(voterHash, vote.voterHash)))
    },
    { touches: 'nothing' },
  )
}
