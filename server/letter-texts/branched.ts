import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from '../../db/languages.ts'

/** A message as people write it: whole sentences with `{name}` in them, one per branch; `''` where it has but one. */
export type Branched = { by: string | null; kind: 'select' | 'plural' | null; texts: Record<string, string> }

type Part = ReturnType<IntlMessageFormat['getAst']>[number]

/** The kinds of parts that ICU messages are made of here, as its parser numbers them. */
const [literal, argument, number, select, plural, pound] = [0, 1, 2, 5, 6, 7] as const

/** Takes an ICU message apart; throws on whatever is none, or more than letters need. */
export function branchesOf(message: string): Branched {
  const parts = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst()
  const forks = parts.filter((part) => part.type === select || part.type === plural)
  const [first] = forks
  if (!first) return { by: null, kind: null, texts: { '': written(parts, '', '') } }
  const by = first.value
  if (forks.some(({ value, type }) => value !== by || type !== first.type)) throw new Error('More than one fork.')
  const branches = new Set(forks.flatMap(({ options }) => Object.keys(options)))
  const texts = Object.fromEntries([...branches].map((branch) => [branch, written(parts, branch, by)]))
  return { by, kind: first.type === select ? 'select' : 'plural', texts }
}

/** The ICU message in which everything but `{name}` is what it looks like. */
export function messageOf({ by, kind, texts }: Branched): string {
  if (by === null || kind === null) return quoted(texts[''] ?? '', false)
  const branches = Object.entries({ ...texts, other: texts.other ?? Object.values(texts).at(-1) ?? '' })
  return `{${by}, ${kind}, ${branches.map(([branch, text]) => `${branch} {${quoted(text, kind === 'plural')}}`).join(' ')}}`
}

/** The first few numbers that a language puts in this branch: none, if only fractions are. */
export function numbersIn(locale: Locale, branch: string): number[] {
  const rules = new Intl.PluralRules(locale)
  return Array.from({ length: 40 }, (_, i) => i + 1)
    .filter((count) => rules.select(count) === branch)
    .slice(0, 4)
}

function written(parts: readonly Part[], branch: string, by: string): string {
  return parts.map((part) => writtenPart(part, branch, by)).join('')
}

function writtenPart(part: Part, branch: string, by: string): string {
  if (part.type === literal) return part.value
  if (part.type === argument || part.type === number) return `{${part.value}}`
  if (part.type === pound && by) return `{${by}}`
  if (part.type !== select && part.type !== plural) throw new Error('Not a part of letters.')
  return written((part.options[branch] ?? part.options.other)?.value ?? [], branch, by)
}

/** An apostrophe begins a quotation in ICU, and a `#` in a plural stands for its number: side by side they are one. */
function quoted(text: string, isPlural: boolean): string {
  return text.replace(/['#]+/g, (signs) => {
    const plain = signs.replaceAll("'", "''")
    return isPlural && signs.includes('#') ? `'${plain}'` : plain
  })
}
