import { z } from 'zod'
import type { Answer, Question } from '../../db/schema.ts'
import { answerField } from './answer-fields.ts'
import { type AnswerValue, answerValue } from './answer-value.ts'
import type { AskedQuestion } from './queries.ts'

/** What becomes of the answer to one question: given, or, without a value, taken back. */
export type Answered = { questionId: string; wordingId: string; value: AnswerValue | null }

/** Whoever is asked: what they have answered so far, and how many they are when they answer for a class. */
export type Answering = { before: readonly Answer[]; seats: number | null }

export const newcomer: Answering = { before: [], seats: null }

/**
 * Reads `answers.<question>`, each in the words that stood in the form (`worded.<question>`), the latest where it does
 * not say. A question whose condition does not hold is not answered, whatever was typed.
 */
export function answersForm(
  asked: readonly AskedQuestion[],
  answering: Answering = newcomer,
): z.ZodType<{ answers: Answered[] }> {
  const typed = z.record(z.string(), z.unknown()).catch({})
  return z.object({ answers: typed, worded: typed }).transform(({ answers, worded }, context) => {
    const known = new Map(answering.before.map((answer) => [answer.questionId, answerValue(answer)]))
    const all: Answered[] = []
    for (const one of asked) {
      const { id } = one.question
      const wording = one.wordings.find((wording) => wording.id === worded[id])
      const read = readAnswer(one, answers[id], wording ?? null, known, answering, context)
      if (read) all.push({ questionId: id, wordingId: (wording ?? one.wording).id, value: read.value })
      if (read?.value) known.set(id, read.value)
      else if (read) known.delete(id)
    }
    return { answers: all }
  })
}

export function meets(onlyIf: Question['onlyIf'], known: ReadonlyMap<string, AnswerValue>): boolean {
  if (!onlyIf) return true
  const value = known.get(onlyIf.questionId) ?? { chosen: [] }
  if ('chosen' in value) return onlyIf.answers.some((id) => value.chosen.includes(id))
  return 'counts' in value && onlyIf.answers.some((id) => (value.counts[id] ?? 0) > 0)
}

/** Null: it stays as it was, or there is a problem. */
function readAnswer(
  { question, wording }: AskedQuestion,
  typed: unknown,
  shown: AskedQuestion['wording'] | null,
  known: ReadonlyMap<string, AnswerValue>,
  { before, seats }: Answering,
  context: z.RefinementCtx,
): Pick<Answered, 'value'> | null {
  const path = ['answers', question.id]
  const own = before.find(({ questionId }) => questionId === question.id)
  if (!meets(question.onlyIf, known)) return own && isPastCondition(question, before) ? null : { value: null }
  if (question.kind === 'file') return null
  const read = answerField(question.kind, shown ?? wording, seats).safeParse(typed)
  if (!read.success) {
    for (const issue of read.error.issues) context.issues.push(placed(issue, [...path, ...issue.path], typed))
    return null
  }
  if (read.data) return { value: read.data }
  // The form does not show again what was answered in other words: leaving it empty takes nothing back.
  if (own && own.wordingId !== shown?.id) return null
  if (question.required) context.addIssue({ code: 'custom', message: 'problem.required', path })
  return { value: null }
}

/** The condition came after the answer: it was given when the question was put, and is not taken back by an edit. */
function isPastCondition({ onlyIf }: Question, before: readonly Answer[]): boolean {
  return !meets(onlyIf, new Map(before.map((answer) => [answer.questionId, answerValue(answer)])))
}

/** An issue of one answer's own schema, beside its field in the form; one that says no words of ours is unreadable. */
function placed(issue: z.core.$ZodIssue, path: PropertyKey[], input: unknown): z.core.$ZodRawIssue {
  const at = { message: issue.message, path, input }
  if (issue.code === 'too_big') return { ...at, code: issue.code, origin: issue.origin, maximum: issue.maximum }
  if (issue.code === 'too_small') return { ...at, code: issue.code, origin: issue.origin, minimum: issue.minimum }
  return { ...at, code: 'custom' }
}
