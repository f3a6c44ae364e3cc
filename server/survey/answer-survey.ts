import { and, eq, gt, isNull } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { storyFeedback, surveyAnswers, surveyLinks } from '../../db/schema.ts'
import { hashOf } from '../secrets.ts'
import type { SurveyInput } from './form.ts'
import type { Asked } from './queries.ts'

/**
 * Keeps what somebody says, once for each link. Nothing leads from the answer to the link: the link is marked as used
 * without a time, the answer has its day alone and an id by chance (docs/decisions/surveys.md).
 */
export async function answerSurvey(
  db: Database,
  { meeting }: Pick<Asked, 'meeting'>,
  token: string,
  { marks, liked, missed, stories }: SurveyInput,
  now: Temporal.Instant,
): Promise<void> {
  const on = now.toZonedDateTimeISO(meeting.zone).toPlainDate().toString()
  const said = Object.entries(stories).filter(([, text]) => text !== '')
  await db.transact(
    async (tx) => {
      const { tokenHash, usedAt, expiresAt } = surveyLinks
      const isOpen = and(eq(tokenHash, hashOf(token)), isNull(usedAt), gt(expiresAt, now))
      const taken = await tx.update(surveyLinks).set({ usedAt: meeting.endsAt }).where(isOpen).returning()
      if (taken.length === 0) return
      await tx.insert(surveyAnswers).values({ meetingId: meeting.id, marks, liked, missed, on })
      const rows = said.map(([slotId, text]) => ({ meetingId: meeting.id, slotId, text, on }))
      if (rows.length > 0) await tx.insert(storyFeedback).values(rows)
    },
    { touches: 'nothing' },
  )
}
