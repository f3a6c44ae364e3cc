import { isDeepStrictEqual } from 'node:util'
import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, type Organiser, questions, wordings } from '../../db/schema.ts'
import { notFound, Refusal } from '../refusal.ts'
import { changeQuestions, type Where } from './change-questions.ts'
import { type Own, objections, type QuestionInput } from './objections.ts'
import { answeredIn } from './queries.ts'

/**
 * Changes a question; its kind stays. New words of one that people have seen are a wording of their own: answers, also
 * those just being written, belong to the words they were asked in.
 */
export async function editQuestion(
  db: Database,
  where: Where,
  { id }: { id: string },
  input: QuestionInput,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await changeQuestions(db, where, by, now, async (tx, all, meeting) => {
    const asked = all.find(({ question }) => question.id === id) ?? notFound()
    const own = { ...asked, isAnswered: (await answeredIn(tx, meeting)).has(id) }
    const [objection] = objections(all, input, own)
    if (objection) throw new Refusal(objection.key)
    const { label, hint, options, ...rest } = input
    await tx.update(questions).set(rest).where(eq(questions.id, id))
    await putInWords(tx, meeting, own, { label, hint, options }, now)
    return { deed: 'question.edited', about: label }
  })
}

type Words = Pick<QuestionInput, 'label' | 'hint' | 'options'>

async function putInWords(tx: Tx, meeting: Meeting, { wording, isAnswered }: Own, words: Words, now: Temporal.Instant) {
  const { label, hint, options } = wording
  if (isDeepStrictEqual({ label, hint, options }, words)) return
  if (meeting.status === 'draft' && !isAnswered) await tx.update(wordings).set(words).where(eq(wordings.id, wording.id))
  else {
    const { questionId, number } = wording
    await tx.insert(wordings).values({ ...words, questionId, number: number + 1, since: now })
  }
}
