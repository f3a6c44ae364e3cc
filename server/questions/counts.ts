import { type Localised, saysTheSame } from '../../db/languages.ts'
import type { Answer, Wording } from '../../db/schema.ts'
import { type AnswerValue, answerValue } from './answer-value.ts'
import type { AskedQuestion } from './queries.ts'

/** How many people gave one answer; `label` in the words it was asked in, none for yes and no. */
export type Count = { id: string; label: Localised | null; people: number; isFormer: boolean }

/** For each answer there is or was to choose from; an option that was called something else is counted apart. */
export function countsOf({ question, wordings, wording }: AskedQuestion, answers: readonly Answer[]): Count[] {
  const fixed = question.kind === 'yes-no' ? ['yes', 'no'].map((id) => ({ id, label: null })) : []
  const lines: Count[] = [...fixed, ...wording.options].map((option) => ({ ...option, people: 0, isFormer: false }))
  for (const answer of answers) {
    const asked = wordings.find(({ id }) => id === answer.wordingId) ?? wording
    for (const [id, people] of Object.entries(peopleBy(answerValue(answer)))) lineOf(lines, asked, id).people += people
  }
  return lines
}

function peopleBy(value: AnswerValue): Record<string, number> {
  if ('counts' in value) return value.counts
  return 'chosen' in value ? Object.fromEntries(value.chosen.map((id) => [id, 1])) : {}
}

function lineOf(lines: Count[], { options }: Pick<Wording, 'options'>, id: string): Count {
  const label = options.find((option) => option.id === id)?.label ?? null
  const same = lines.find((line) => line.id === id && (!label || !line.label || saysTheSame(label, line.label)))
  if (same) return same
  const line = { id, label, people: 0, isFormer: true }
  lines.push(line)
  return line
}
