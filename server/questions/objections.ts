import type { Question, Wording } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import { choicesOf } from './kinds.ts'
import type { AskedQuestion } from './queries.ts'

/** What organisers say about a question. */
export type QuestionInput = Pick<Question, 'required' | 'asked' | 'onlyIf' | 'visibleTo' | 'keepDays'> &
  Pick<Wording, 'label' | 'hint' | 'options'>

export type Objection = { field: string; key: MessageKey }

/** The question as it is, and whether anybody has answered it; nothing of a new one. */
export type Own = AskedQuestion & { isAnswered: boolean }

/** Why a question cannot be as it was typed, among the others of its meeting. */
export function objections(all: readonly AskedQuestion[], input: QuestionInput, own: Own | null): Objection[] {
  const found: Objection[] = []
  if (input.onlyIf && !conditionHolds(all, input, own)) found.push({ field: 'onlyIf', key: 'questions.no-condition' })
  if (!own) return found
  const hanging = hangingOn(all, own.question)
  if (hanging.some(({ onlyIf }) => !isOffered(onlyIf, own, input)))
    found.push({ field: 'options', key: 'questions.option-needed' })
  if (input.asked === 'with-place' && hanging.some(({ asked }) => asked === 'at-sign-up'))
    found.push({ field: 'asked', key: 'questions.needed-at-sign-up' })
  return own.isAnswered ? [...found, ...brokenPromises(own.question, input)] : found
}

/** Those that are only asked because of an answer to this one, retired ones too. */
export function hangingOn(all: readonly AskedQuestion[], { id }: Pick<Question, 'id'>): Question[] {
  return all.map(({ question }) => question).filter(({ onlyIf }) => onlyIf?.questionId === id)
}

/** One asks earlier, and no later, which there is to choose from: so there is no going round in circles. */
function conditionHolds(all: readonly AskedQuestion[], { onlyIf, asked }: QuestionInput, own: Own | null): boolean {
  const ownPlace = own ? all.findIndex(({ question }) => question.id === own.question.id) : all.length
  const other = all.slice(0, ownPlace).find(({ question }) => question.id === onlyIf?.questionId)
  if (!other || other.question.retiredAt || (asked === 'at-sign-up' && other.question.asked !== asked)) return false
  const choices = choicesOf(other.question.kind, other.wording)
  return onlyIf !== null && onlyIf.answers.length > 0 && onlyIf.answers.every((id) => choices.includes(id))
}

function isOffered(onlyIf: Question['onlyIf'], { question }: Own, { options }: QuestionInput): boolean {
  const choices = choicesOf(question.kind, { options })
  return onlyIf?.answers.every((id) => choices.includes(id)) ?? true
}

/** Whoever answered was told who reads it and for how long it is kept: that may become less, not more. */
function brokenPromises(before: Question, { visibleTo, keepDays }: QuestionInput): Objection[] {
  const wider = visibleTo.some((role) => !before.visibleTo.includes(role))
  const longer = before.keepDays !== null && (keepDays === null || keepDays > before.keepDays)
  return [
    ...(wider ? [{ field: 'visibleTo', key: 'questions.wider' } as const] : []),
    ...(longer ? [{ field: 'keepDays', key: 'questions.longer' } as const] : []),
  ]
}
