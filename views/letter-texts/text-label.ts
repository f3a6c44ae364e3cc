import type { TextField } from '../../server/letter-texts/text-fields.ts'
import type { LetterKind } from '../letters/catalogue.ts'
import type { TextIn } from '../letters/texts-in.ts'
import { isMessageKey, type Say } from '../say.ts'

type Texts = { kind: LetterKind; texts: TextIn[] }

/** Whether a text is part of the letter in its first case, which is how it mostly reads. */
export function isUsualCase({ cases: [first] }: LetterKind, { cases }: TextIn): boolean {
  return first !== undefined && cases.includes(first.name)
}

/** Which text of a letter this is; when it is said, where that is not always; which of its branches. */
export function textLabel(say: Say, { kind, texts }: Texts, field: TextField): string {
  const text = texts.find(({ key }) => key === field.key)
  if (!text) return ''
  const when = tellingCases(kind, text)
    .map((name) => say(`letter-texts.case.${name}`))
    .join(', ')
  return [say(`letter-texts.part.${text.part}`), when, branchCalled(say, field)].filter(Boolean).join(' – ')
}

/** None where it goes without saying. */
function tellingCases(kind: LetterKind, text: TextIn): TextIn['cases'] {
  const isOnlyThere = text.cases.length === 1 && kind.cases.length > 1 && text.cases[0] !== 'one'
  return isUsualCase(kind, text) && !isOnlyThere ? [] : text.cases
}

function branchCalled(say: Say, { by, branch, numbers }: TextField): string {
  if (!branch) return ''
  const few = numbers.slice(0, 3).join(', ')
  if (few) return say('letter-texts.branch.numbers', { numbers: numbers.length > 3 ? `${few} …` : few })
  const key = `letter-texts.branch.${by}.${branch}`
  return isMessageKey(key) ? say(key) : branch
}
