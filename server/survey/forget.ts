import { and, inArray, lt, ne, or } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { meetings, storyFeedback, surveyAnswers, surveyLinks } from '../../db/schema.ts'

const keptWords = { hours: 365 * 24 }

/** Links that have run out; and a year after a meeting whatever was said of it in words: only the marks stay. */
export async function forgetSurveys(db: Database, now: Temporal.Instant): Promise<void> {
  await db.transact(
    async (tx) => {
      await tx.delete(surveyLinks).where(lt(surveyLinks.expiresAt, now))
      const past = tx
        .select({ id: meetings.id })
        .from(meetings)
        .where(lt(meetings.endsAt, now.subtract(keptWords)))
      const { meetingId, liked, missed } = surveyAnswers
      await tx
        .update(surveyAnswers)
        .set({ liked: '', missed: '' })
        .where(and(inArray(meetingId, past), or(ne(liked, ''), ne(missed, ''))))
      await tx.delete(storyFeedback).where(inArray(storyFeedback.meetingId, past))
    },
    { touches: 'nothing' },
  )
}

/** That somebody was asked, and by which link. */
export async function forgetSurveyLinksOf(tx: Tx, registrationIds: readonly string[]): Promise<void> {
  await tx.delete(surveyLinks).where(inArray(surveyLinks.registrationId, [...registrationIds]))
}
