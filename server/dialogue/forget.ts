import { and, eq, inArray, isNotNull, isNull, lt, ne, or, sql } from '../../db/drizzle.ts'
import type { Database, Reads, Tx } from '../../db/open.ts'
import { letters, meetings, voices, voiceVotes } from '../../db/schema.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'

/** Of the wall, and addresses of those who were never told. */
export const year = { hours: 365 * 24 }

/**
 * What was said in public stays, who said it goes: names and browsers with their meeting's people, addresses a year later,
 * those of whoever was answered aloud with the people too. What was never shown goes altogether.
 */
export async function forgetVoices(db: Database, now: Temporal.Instant): Promise<void> {
  await db.transact(
    async (tx) => {
      await tx
        .update(voices)
        .set({ email: null })
        .where(and(isNotNull(voices.email), lt(voices.createdAt, now.subtract(year))))
      const meetingIds = await meetingsToForget(tx, now)
      const ofMeetings = inArray(voices.meetingId, meetingIds)
      const ofWall = and(isNull(voices.meetingId), lt(voices.createdAt, now.subtract(year)))
      await forgetWhere(tx, or(ofMeetings, ofWall))
    },
    { touches: 'everything' },
  )
}

async function forgetWhere(tx: Tx, due: ReturnType<typeof or>): Promise<void> {
  const unseen = await tx
    .delete(voices)
    .where(and(due, inArray(voices.status, ['waiting', 'hidden'])))
    .returning()
  const ids = unseen.map(({ id }) => id)
  await tx.delete(letters).where(inArray(letters.voiceId, ids))
  const known = or(isNotNull(voices.name), isNotNull(voices.voterHash))
  await tx.update(voices).set({ name: null, voterHash: null }).where(and(due, known))
  // Answered aloud: nothing more will be written to them.
  await tx.update(voices).set({ email: null }).where(and(due, answeredAloud))
  const which = tx
    .select({ id: voices.id })
    .from(voices)
    .where(and(due, ne(voices.status, 'waiting')))
  await countOnly(tx, and(inArray(voiceVotes.voiceId, which), isKnownVoter))
}

/** In these words, or in those of the one that asks the same. */
const answeredAloud = and(
  isNotNull(voices.email),
  sql`coalesce(${voices.mergedInto}, ${voices.id}) in (select id from voices where spoken_at is not null and answered_at is null)`,
)

const isKnownVoter = sql`${voiceVotes.voterHash} not like 'gone %'`

/** Of votes that came in after the people were forgotten. */
const hasKnownVoters = sql`${voices.id} in (select ${voiceVotes.voiceId} from ${voiceVotes} where ${isKnownVoter})`

/** Votes stay as counts; which of them are one browser's, under a name that leads to none. */
async function countOnly(tx: Tx, which: ReturnType<typeof and>): Promise<void> {
  const votes = await tx.select().from(voiceVotes).where(which)
  if (votes.length === 0) return
  const names = new Map(votes.map(({ voterHash }) => [voterHash, `gone ${crypto.randomUUID()}`]))
  await tx.delete(voiceVotes).where(which)
  for (let at = 0; at < votes.length; at += 200) {
    const some = votes.slice(at, at + 200)
    await tx.insert(voiceVotes).values(some.map((vote) => ({ ...vote, voterHash: `${names.get(vote.voterHash)}` })))
  }
}

async function meetingsToForget(db: Reads, now: Temporal.Instant): Promise<string[]> {
  const unseen = inArray(voices.status, ['waiting', 'hidden'])
  const known = or(isNotNull(voices.name), isNotNull(voices.voterHash), unseen, answeredAloud, hasKnownVoters)
  const { id, status, endsAt, cancelledAt, keepDays } = meetings
  const rows = await db
    .selectDistinct({ id, status, endsAt, cancelledAt, keepDays })
    .from(meetings)
    .innerJoin(voices, eq(voices.meetingId, id))
    .where(and(lt(endsAt, now), known))
  return rows.filter((meeting) => Temporal.Instant.compare(forgottenAt(meeting), now) < 0).map((row) => row.id)
}
