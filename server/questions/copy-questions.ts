import { randomUUID } from 'node:crypto'
import type { Tx } from '../../db/open.ts'
import { questions, wordings } from '../../db/schema.ts'
import { questionsOf } from './queries.ts'

/** What a meeting asks now, asked by another too, in the words it is asked in now. Nobody's answers. */
export async function copyQuestions(
  tx: Tx,
  model: { id: string },
  copy: { id: string },
  now: Temporal.Instant,
): Promise<void> {
  const asked = (await questionsOf(tx, model)).filter(({ question }) => !question.retiredAt)
  const newIds = new Map(asked.map(({ question }) => [question.id, randomUUID()]))
  for (const { question, wording } of asked) {
    const id = newIds.get(question.id)
    const hangsOn = question.onlyIf && newIds.get(question.onlyIf.questionId)
    const onlyIf = question.onlyIf && hangsOn ? { ...question.onlyIf, questionId: hangsOn } : null
    await tx.insert(questions).values({ ...question, id, onlyIf, meetingId: copy.id, createdAt: now })
    await tx.insert(wordings).values({ ...wording, id: undefined, questionId: id ?? '', number: 1, since: now })
  }
}
