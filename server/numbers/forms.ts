import { z } from 'zod'
import type { Locale } from '../../db/languages.ts'
import type { Indicator, Project } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import { checkbox, choice, line, neededText, optionalLine, wholeNumber } from '../fields.ts'
import type { Typed } from '../forms.ts'
import { rowOrder, rowsOf } from '../rows.ts'
import { countingOf } from './counting.ts'

/** How a project counts. First ages are written one after the other: `13, 16, 19, 26`. */
export const countingForm = z.object({
  bands: line(60)
    .transform((text) => text.split(/[\s,;]+/).filter(Boolean))
    .refine(
      (ages) => ages.length > 0 && ages.length <= 12 && ages.every((age) => /^\d{1,2}$/.test(age)),
      'numbers.wrong-bands' satisfies MessageKey,
    )
    .transform((ages) => ages.map(Number))
    .refine((ages) => ages.every((age, at) => age > (ages[at - 1] ?? 0)), 'numbers.wrong-bands' satisfies MessageKey),
  participant: choice(['came', 'registered']),
  withAdults: checkbox(),
  smallest: wholeNumber(2, 50),
})

export const countedBy = [
  ...['participants', 'young', 'attendances', 'meetings', 'stories', 'answers', 'commitments'],
] as const satisfies Indicator['counts'][]

export type IndicatorRow = Pick<Indicator, 'name' | 'counts' | 'planned' | 'reached'>

/** What counts itself needs no number of its own. */
export function indicatorsForm(locales: readonly Locale[]) {
  const number = wholeNumber(0, 10_000_000)
  const row = z.object({
    order: rowOrder(),
    name: neededText(locales),
    counts: optionalLine(20).pipe(z.enum(['', ...countedBy])),
    planned: number,
    reached: z.union([optionalLine(20).pipe(z.literal('')), number]),
  })
  return z.object({ indicators: rowsOf(row) }).transform(({ indicators }) =>
    indicators.map(({ name, counts, planned, reached }): IndicatorRow => {
      return { name, counts: counts || 'by-hand', planned, reached: counts || reached === '' ? null : reached }
    }),
  )
}

export function typedCounting(project: Project): Typed {
  const { bands, participant, withAdults, smallest } = countingOf(project)
  return { bands: bands.join(', '), participant, withAdults: withAdults ? 'yes' : '', smallest: String(smallest) }
}

export function typedIndicators(indicators: readonly Indicator[]): Typed {
  const rows = indicators.map(({ name, counts, planned, reached }, at) => ({
    [`indicators.${at}.order`]: String(at + 1),
    ...Object.fromEntries(Object.entries(name).map(([locale, text]) => [`indicators.${at}.name.${locale}`, text])),
    [`indicators.${at}.counts`]: counts === 'by-hand' ? '' : counts,
    [`indicators.${at}.planned`]: String(planned),
    [`indicators.${at}.reached`]: reached === null ? '' : String(reached),
  }))
  return Object.assign({}, ...rows)
}
