import { and, eq, inArray, isNotNull, isNull, lt, notInArray, or, sql } from '../../db/drizzle.ts'
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
      await countOnly(tx, inArray(voiceVotes.voiceId, idsWhere(tx, ofMeetings)))
      // One that was cast lately stays its browser's, or it could be cast again.
      await countOnly(tx, and(inArray(voiceVotes.voiceId, idsWhere(tx, ofWall)), lt(voiceVotes.at, now.subtract(year))))
    },
    { touches: 'everything' },
  )
}

async function forgetWhere(tx: Tx, due: ReturnType<typeof or>): Promise<void> {
  const unseen = await tx
    .delete(voices)
    .where(and(due, neverSeen(tx)))
    .returning()
  const ids = unseen.map(({ id }) => id)
  await tx.delete(letters).where(inArray(letters.voiceId, ids))
  const known = or(isNotNull(voices.name), isNotNull(voices.voterHash))
  await tx.update(voices).set({ name: null, voterHash: null }).where(and(due, known))
  // Answered aloud: nothing more will be written to them.
  await tx
    .update(voices)
    .set({ email: null })
    .where(and(due, answeredAloud(tx)))
}

/** Also what only asks the same as something that nobody sees. */
function neverSeen(db: Reads) {
  const isLost = notInArray(voices.mergedInto, idsWhere(db, eq(voices.status, 'shown')))
  return or(inArray(voices.status, ['waiting', 'hidden']), and(eq(voices.status, 'merged'), isLost))
}

/** In these words or in another's. */
function answeredAloud(db: Reads) {
  const aloud = and(isNotNull(voices.spokenAt), isNull(voices.answeredAt))
  return and(isNotNull(voices.email), or(aloud, inArray(voices.mergedInto, idsWhere(db, aloud))))
}

function idsWhere(db: Reads, which: ReturnType<typeof and>) {
  return db.select({ id: voices.id }).from(voices).where(which)
}

const isKnownVoter = sql`${voiceVotes.voterHash} not like 'gone %'`

/** Of votes that came in after the people were forgotten. */
const hasKnownVoters = sql`${voices.id} in (select ${voiceVotes.voiceId} from ${voiceVotes} where ${isKnownVoter})`

/** Votes stay as counts; which of them are one browser's, under a name that leads to none. */
async function countOnly(tx: Tx, which: ReturnType<typeof and>): Promise<void> {
  const known = and(which, isKnownVoter)
  const votes = await tx.select().from(voiceVotes).where(known)
  if (votes.length === 0) return
  const names = new Map(votes.map(({ voterHash }) => [voterHash, `gone ${crypto.randomUUID()}`]))
  await tx.delete(voiceVotes).where(known)
  for (let at = 0; at < votes.length; at += 200) {
    const some = votes.slice(at, at + 200)
    await tx.insert(voiceVotes).values(some.map((vote) => ({ ...vote, voterHash: `${names.get(vote.voterHash)}` })))
  }
}

async function meetingsToForget(db: Reads, now: Temporal.Instant): Promise<string[]> {
  const people = or(isNotNull(voices.name), isNotNull(voices.voterHash), hasKnownVoters)
  const known = or(people, neverSeen(db), answeredAloud(db))
  const { id, status, endsAt, cancelledAt, keepDays } = meetings
  const rows = await db
    .selectDistinct({ id, status, endsAt, cancelledAt, keepDays })
    .from(meetings)
    .innerJoin(voices, eq(voices.meetingId, id))
    .where(and(lt(endsAt, now), known))
  return rows.filter((meeting) => Temporal.Instant.compare(forgottenAt(meeting), now) < 0).map((row) => row.id)
}
