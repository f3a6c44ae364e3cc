import { answers } from '../../db/demo/questions.ts'
import { and, eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, registrations } from '../../db/schema.ts'
import type { Answered } from '../questions/answer-form.ts'
import { keepAnswers } from '../questions/keep-answers.ts'
import { questionsOf } from '../questions/queries.ts'

/** Most of the guests with a place answer, each in their own way: what one has written, no other writes again. */
export async function answerForGuests(db: Database, meeting: Meeting, now: Temporal.Instant): Promise<void> {
  const asked = await questionsOf(db, meeting)
  const guests = await db
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.meetingId, meeting.id), eq(registrations.status, 'confirmed')))
    .orderBy(registrations.arrival)
  const given = guests.map((guest, i) => {
    const its = answers[i % answers.length] ?? []
    const answered = asked.flatMap(({ question, wording }, at): Answered[] => {
      const value = its[at]
      const isRepeated = value !== undefined && value !== null && 'text' in value && i >= answers.length
      return value && !isRepeated ? [{ questionId: question.id, wordingId: wording.id, value }] : []
    })
    return { guest, answered }
  })
  await db.transact(
    async (tx) => {
      for (const { guest, answered } of given) await keepAnswers(tx, guest, answered, now)
    },
    { touches: 'nothing', lock: meeting.id },
  )
}
