import { and, eq, inArray, isNotNull, lt } from '../../db/drizzle.ts'
import type { Database, Reads, Tx } from '../../db/open.ts'
import { type AnswerFile, answerFiles, answers, meetings, questions } from '../../db/schema.ts'
import type { FileStore } from '../files/store.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'
import { removeAnswerFiles } from './forget.ts'

/** Deletes answers that are kept for a shorter time than the people who gave them. */
export async function forgetAnswers(db: Database, files: FileStore, now: Temporal.Instant): Promise<void> {
  const gone = await db.transact(
    async (tx) => {
      const ids = await dueQuestions(tx, now)
      return ids.length > 0 ? await forgetAnswersTo(tx, ids) : []
    },
    { touches: 'nothing' },
  )
  await removeAnswerFiles(files, gone)
}

async function dueQuestions(db: Reads, now: Temporal.Instant): Promise<string[]> {
  const rows = await db
    .selectDistinct({ question: questions, meeting: meetings })
    .from(answers)
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .innerJoin(meetings, eq(meetings.id, questions.meetingId))
    .where(and(isNotNull(questions.keepDays), lt(meetings.endsAt, now)))
  const due = rows.filter(({ question: { keepDays }, meeting }) => {
    const days = Math.min(keepDays ?? meeting.keepDays, meeting.keepDays)
    return Temporal.Instant.compare(forgottenAt({ ...meeting, keepDays: days }), now) < 0
  })
  return due.map(({ question }) => question.id)
}

async function forgetAnswersTo(tx: Tx, questionIds: readonly string[]): Promise<AnswerFile[]> {
  const gone: AnswerFile[] = []
  // A statement takes only so many values.
  for (let i = 0; i < questionIds.length; i += 500) {
    const some = questionIds.slice(i, i + 500)
    await tx.delete(answers).where(inArray(answers.questionId, some))
    gone.push(...(await tx.delete(answerFiles).where(inArray(answerFiles.questionId, some)).returning()))
  }
  return gone
}
