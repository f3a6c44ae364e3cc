import type { Answer } from '../../db/schema.ts'
import { meets } from './answer-form.ts'
import { answerValue } from './answer-value.ts'
import type { AskedQuestion } from './queries.ts'

/** Those that are for whoever answered so, and that they have not answered yet. */
export function openQuestions(asked: readonly AskedQuestion[], answers: readonly Answer[]): AskedQuestion[] {
  const known = new Map(answers.map((answer) => [answer.questionId, answerValue(answer)]))
  return asked.filter(({ question }) => meets(question.onlyIf, known) && !known.has(question.id))
}

/**
 * What is still waited for: what must be answered, and what they were asked once their place was sure, as long as they
 * have answered nothing of that. What may stay open, and was left open, is not asked for again.
 */
export function awaitedQuestions(asked: readonly AskedQuestion[], answers: readonly Answer[]): AskedQuestion[] {
  const late = asked.filter(({ question }) => question.asked === 'with-place')
  const isAnswered = ({ question }: AskedQuestion) => answers.some(({ questionId }) => questionId === question.id)
  const fresh = late.some(isAnswered) ? [] : late
  return openQuestions(asked, answers).filter((one) => one.question.required || fresh.includes(one))
}
