import { type Locale, saysTheSame } from '../../db/languages.ts'
import type { Wording } from '../../db/schema.ts'
import type { AnswerValue } from '../../server/questions/answer-value.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { date } from '../when.ts'

type Put = Pick<Wording, 'id' | 'options'>

/** An answer as text, its options in the words it was asked in. A file is called by its name, where that is known. */
export function answerText(
  say: Say,
  order: readonly Locale[],
  wording: Put,
  value: AnswerValue,
  files: readonly { id: string; name: string }[] = [],
): string {
  if ('text' in value) return value.text
  if ('number' in value) return numbers(say).format(value.number)
  if ('date' in value) return date(value.date, say.locale)
  if ('file' in value) return files.find(({ id }) => id === value.file)?.name ?? say('questions.a-file')
  const options = 'counts' in value ? Object.keys(value.counts) : value.chosen
  return inOrder(wording, options)
    .map((id) =>
      'counts' in value
        ? `${optionText(say, order, wording, id)}: ${value.counts[id]}`
        : optionText(say, order, wording, id),
    )
    .join(', ')
}

/** All of what was typed; a year is not split, 12,345 is. */
function numbers({ locale }: Say): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 20, useGrouping: 'min2' })
}

/** An option's id, or the yes and no that every yes-no question has. */
export function optionText(
  say: Say,
  order: readonly Locale[],
  { options }: Pick<Wording, 'options'>,
  id: string,
): string {
  if (id === 'yes') return say('questions.yes')
  if (id === 'no') return say('questions.no')
  const option = options.find((one) => one.id === id)
  return option ? plain(say, option.label, order) : ''
}

/** Whether the question has been put in other words since. */
export function isReworded(put: Pick<Wording, 'label'>, current: Pick<Wording, 'label'>): boolean {
  return !saysTheSame(put.label, current.label)
}

function inOrder({ options }: Put, ids: readonly string[]): string[] {
  const all = [...options.map(({ id }) => id), 'yes', 'no']
  return all.filter((id) => ids.includes(id))
}
