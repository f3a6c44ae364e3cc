import { diff3Merge } from 'node-diff3'
import type { Localised } from '../../db/languages.ts'

/** Of two texts written at once; `clean`: no line was changed by both. */
export type Merge = { text: Localised; clean: boolean }

/** How many pairs of equal lines are looked at; a text that says the same thousands of times would hold up everybody. */
const mostPairs = 100_000

/**
 * Line by line, in each language. Where both changed the same lines both stay, theirs first: what is too much is taken
 * out by a person, and nothing is lost.
 */
export function merge(base: Localised, theirs: Localised, ours: Localised): Merge {
  const locales = new Set([...Object.keys(theirs), ...Object.keys(ours)]) as Set<keyof Localised>
  const merged = [...locales].map((locale) => ({
    locale,
    ...mergeLines(base[locale] ?? '', theirs[locale] ?? '', ours[locale] ?? ''),
  }))
  const kept = merged.filter(({ text }) => text !== '').map(({ locale, text }) => [locale, text])
  return { text: Object.fromEntries(kept), clean: merged.every(({ clean }) => clean) }
}

function mergeLines(base: string, theirs: string, ours: string): { text: string; clean: boolean } {
  const [began, mine, other] = [lines(base), lines(ours), lines(theirs)]
  if (pairs(began, mine) + pairs(began, other) > mostPairs) return { text: `${theirs}\n${ours}`.trim(), clean: false }
  const regions = diff3Merge(other, began, mine, { excludeFalseConflicts: true })
  const parts = regions.flatMap(({ ok, conflict }) => ok ?? [...(conflict?.a ?? []), ...(conflict?.b ?? [])])
  return { text: parts.join('\n').trim(), clean: regions.every(({ conflict }) => conflict === undefined) }
}

function lines(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}

function pairs(some: readonly string[], others: readonly string[]): number {
  const times = Map.groupBy(others, (line) => line)
  return some.reduce((all, line) => all + (times.get(line)?.length ?? 0), 0)
}
