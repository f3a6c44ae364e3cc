import type { Answer } from '../../db/schema.ts'
import { meets } from './answer-form.ts'
import { answerValue } from './answer-value.ts'
import type { AskedQuestion } from './queries.ts'

/** Those that are for whoever answered so, and that they have not answered yet. */
export function openQuestions(asked: readonly AskedQuestion[], answers: readonly Answer[]): AskedQuestion[] {
  const known = new Map(answers.map((answer) => [answer.questionId, answerValue(answer)]))
  return asked.filter(({ question }) => meets(question.onlyIf, known) && !known.has(question.id))
}
