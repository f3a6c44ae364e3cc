import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import {
  checkIns,
  type Meeting,
  meetings,
  registrations,
  slots,
  storyFeedback,
  surveyAnswers,
  surveyLinks,
} from '../../db/schema.ts'
import { hashOf, newToken } from '../../server/secrets.ts'

/** Somebody who came and is asked how it was, six who have said it, and a word to whoever told the first story. */
export async function surveyIn(db: Database, meeting: Meeting, said: string, now: Temporal.Instant): Promise<string> {
  const [somebody] = await db.select().from(registrations).where(eq(registrations.meetingId, meeting.id))
  const told = await db.select().from(slots).where(eq(slots.meetingId, meeting.id))
  const [token, expiresAt] = [newToken(), now.add({ hours: 24 * 14 })]
  const [meetingId, on] = [meeting.id, '2026-12-13']
  const answer = { meetingId, marks: { overall: 5, heard: 4, again: 2 }, liked: said, missed: said, on }
  await db.transact(
    async (tx) => {
      await tx.update(meetings).set({ surveys: true }).where(eq(meetings.id, meeting.id))
      await tx
        .insert(checkIns)
        .values({ registrationId: `${somebody?.id}`, at: now })
        .onConflictDoNothing()
      await tx.insert(surveyLinks).values({ tokenHash: hashOf(token), registrationId: `${somebody?.id}`, expiresAt })
      await tx.insert(surveyAnswers).values(Array.from({ length: 6 }, () => answer))
      const words = told.flatMap(({ id: slotId }) => [
        { meetingId, slotId, text: said, on },
        { meetingId, slotId, text: said, on, reportedAt: now },
      ])
      if (words.length > 0) await tx.insert(storyFeedback).values(words)
    },
    { touches: 'nothing' },
  )
  return token
}
