import type { Database, Tx } from '../../db/open.ts'
import type { Meeting, Registration } from '../../db/schema.ts'
import type { FileStore } from '../files/store.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { notFound, Refusal } from '../refusal.ts'
import { type Held, registrationOf } from '../registrations/queries.ts'
import type { Answered } from './answer-form.ts'
import { removeAnswerFiles } from './forget.ts'
import { isClosed } from './is-closed.ts'
import { keepAnswers } from './keep-answers.ts'
import { putTo } from './put-to.ts'
import { type AskedQuestion, questionsOf } from './queries.ts'

/** Answers, or answers anew, for a registration as it is by now. */
export async function answerQuestions(
  db: Database,
  files: FileStore,
  held: Held,
  answered: readonly Answered[],
  now: Temporal.Instant,
): Promise<void> {
  const gone = await db.transact(
    async (tx) => {
      const { registration, asked } = await stillAsked(tx, held, now)
      const ids = asked.map(({ question }) => question.id)
      const its = answered.filter(({ questionId }) => ids.includes(questionId))
      return await keepAnswers(tx, registration, its, now)
    },
    { touches: 'nothing', lock: held.meeting.id },
  )
  await removeAnswerFiles(files, gone)
}

/** The place may be gone since the form was shown, and with it what only those are asked who have one. */
export async function stillAsked(
  tx: Tx,
  held: Held,
  now: Temporal.Instant,
): Promise<{ meeting: Meeting; registration: Registration; asked: AskedQuestion[] }> {
  const meeting = (await freshMeeting(tx, held.meeting)) ?? notFound()
  const registration = (await registrationOf(tx, meeting, held.registration.id)) ?? notFound()
  if (isClosed(meeting, registration, now)) throw new Refusal('questions.closed')
  return { meeting, registration, asked: putTo(await questionsOf(tx, meeting), registration) }
}
