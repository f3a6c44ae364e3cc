import { diff3Merge } from 'node-diff3'
import type { Localised } from '../../db/languages.ts'

/** Of two texts written at once; `clean`: no line was changed by both. */
export type Merge = { text: Localised; clean: boolean }

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
  const regions = diff3Merge(lines(theirs), lines(base), lines(ours), { excludeFalseConflicts: true })
  const parts = regions.flatMap(({ ok, conflict }) => ok ?? [...(conflict?.a ?? []), ...(conflict?.b ?? [])])
  return { text: parts.join('\n').trim(), clean: regions.every(({ conflict }) => conflict === undefined) }
}

function lines(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}
