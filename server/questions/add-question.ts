import { randomUUID } from 'node:crypto'
import type { Database } from '../../db/open.ts'
import { type Organiser, type QuestionKind, questions, wordings } from '../../db/schema.ts'
import { Refusal } from '../refusal.ts'
import { changeQuestions, type Where } from './change-questions.ts'
import { objections, type QuestionInput } from './objections.ts'

/** Puts a question behind the others. `once`: its id, when the form it comes from had one: sent twice, it is added once. */
export async function addQuestion(
  db: Database,
  where: Where,
  kind: QuestionKind,
  input: QuestionInput,
  by: Organiser,
  now: Temporal.Instant,
  once: string = randomUUID(),
): Promise<void> {
  await changeQuestions(db, where, by, now, async (tx, all, { id: meetingId }) => {
    if (all.some(({ question }) => question.id === once)) return null
    const [objection] = objections(all, input, null)
    if (objection) throw new Refusal(objection.key)
    const { label, hint, options, ...rest } = input
    const position = Math.max(0, ...all.map(({ question }) => question.position)) + 1
    await tx.insert(questions).values({ ...rest, id: once, meetingId, kind, position, createdAt: now })
    await tx.insert(wordings).values({ questionId: once, number: 1, label, hint, options, since: now })
    return { deed: 'question.added', about: label }
  })
}
