import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Call, Story } from '../../db/schema.ts'
import type { CallInput } from './call-form.ts'

export type Question = Call['questions'][number]

/** Those that are asked now. */
export function asked({ questions }: Pick<Call, 'questions'>): Question[] {
  return questions.filter(({ retired }) => !retired)
}

/**
 * The questions from now on. A known one keeps its id, by which its answers are found; one left out that somebody has
 * answered is retired, so that what was handed in stays readable.
 */
export function nextQuestions(
  before: readonly Question[],
  rows: CallInput['questions'],
  stories: readonly Pick<Story, 'answers'>[],
): Question[] {
  const taken = new Set<string>()
  const next = rows.map(({ id, label, required }): Question => {
    const left = before.filter((one) => !taken.has(one.id))
    const same = left.find((one) => one.id === id) ?? left.find((one) => isDeepStrictEqual(one.label, label))
    const known = same?.id ?? randomUUID()
    taken.add(known)
    return { id: known, label, required }
  })
  const isAnswered = ({ id }: Question) => stories.some(({ answers }) => Boolean(answers[id]))
  const retired = before.filter((one) => !taken.has(one.id) && isAnswered(one))
  return [...next, ...retired.map((one) => ({ ...one, retired: true }))]
}
