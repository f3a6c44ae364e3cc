import type { Typed } from '../forms.ts'
import { typedText } from '../typed-text.ts'
import type { AskedQuestion } from './queries.ts'

/** A question as its organisers would have typed it. */
export function typedQuestion({ question, wording }: AskedQuestion): Typed {
  const { required, asked, onlyIf, visibleTo, keepDays } = question
  return {
    ...typedText('label', wording.label),
    ...typedText('hint', wording.hint),
    ...Object.assign({}, ...wording.options.map(typedOption)),
    ...(required ? { required: 'yes' } : {}),
    asked,
    ...Object.fromEntries(onlyIf?.answers.map((id) => [`onlyIf.${onlyIf.questionId}.${id}`, 'yes']) ?? []),
    ...Object.fromEntries(visibleTo.map((role) => [`visibleTo.${role}`, 'yes'])),
    keepDays: keepDays === null ? '' : String(keepDays),
  }
}

function typedOption({ id, label }: AskedQuestion['wording']['options'][number], number: number): Typed {
  const at = `options.${number}`
  return { ...typedText(`${at}.label`, label), [`${at}.id`]: id, [`${at}.order`]: String(number + 1) }
}
