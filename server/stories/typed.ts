import type { Call } from '../../db/schema.ts'
import { local } from '../../views/when.ts'
import type { Typed } from '../forms.ts'
import { typedText } from '../typed-text.ts'
import { asked } from './questions.ts'
import type { Teller, Told } from './story-form.ts'

/** A call as it would have been typed into its form. */
export function typedCall(call: Call, zone: string): Typed {
  const questions = asked(call).flatMap(({ id, label, required }, i) => {
    const at = `questions.${i}`
    const row = { [`${at}.id`]: id, [`${at}.order`]: String(i + 1), ...typedText(`${at}.label`, label) }
    return Object.entries(required ? { ...row, [`${at}.required`]: 'yes' } : row)
  })
  return {
    ...typedText('title', call.title),
    ...typedText('text', call.text),
    opensAt: local(call.opensAt, zone),
    closesAt: local(call.closesAt, zone),
    ...Object.fromEntries(call.types.map((type) => [`types.${type}`, 'yes'])),
    ...Object.fromEntries(questions),
  }
}

export function typedStory({ title, abstract, language, type, wishes, answers }: Told): Typed {
  const answered = Object.fromEntries(Object.entries(answers).map(([id, answer]) => [`answers.${id}`, answer]))
  return { title, abstract, language, type, wishes, ...answered }
}

export function typedTeller({ kind, name, bio, minor, guardianEmail }: Teller): Typed {
  return { kind, name, bio, guardianEmail: guardianEmail ?? '', ...(minor ? { minor: 'yes' } : {}) }
}
