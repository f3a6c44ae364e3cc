import { z } from 'zod'
import type { Project } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import { checkbox, localisedText, neededText, wholeNumber } from '../fields.ts'
import type { Typed } from '../forms.ts'
import { rowOrder, rowsOf } from '../rows.ts'
import { typedText } from '../typed-text.ts'
import type { ReportInput } from './save-report.ts'
import { sectionKeys } from './sections.ts'

/** Of a quote nothing is kept before whoever said it agrees to it. `version`: 0 before anything was written. */
export function reportForm({ locales }: Pick<Project, 'locales'>) {
  const written = sectionKeys.map((key) => [key, localisedText(locales, 20_000, true)] as const)
  const quote = z.object({
    order: rowOrder(),
    text: neededText(locales, 1000, true),
    by: neededText(locales),
    agreed: checkbox().refine(Boolean, 'report.needs-leave' satisfies MessageKey),
  })
  return z
    .object({
      version: wholeNumber(0, 1_000_000_000),
      sections: z.object(Object.fromEntries(written)).prefault({}),
      quotes: rowsOf(quote),
      photo: z.record(z.string(), checkbox()).default({}),
    })
    .transform(({ quotes, photo, ...rest }) => ({
      ...rest,
      quotes: quotes.map(({ text, by }) => ({ text, by })),
      photo: Object.keys(photo).filter((id) => photo[id]),
    }))
}

export function typedReport({ sections, quotes, photoIds }: ReportInput): Typed {
  const rows = quotes.map(({ text, by }, at) => ({
    [`quotes.${at}.order`]: String(at + 1),
    [`quotes.${at}.agreed`]: 'yes',
    ...typedText(`quotes.${at}.text`, text),
    ...typedText(`quotes.${at}.by`, by),
  }))
  const texts = sectionKeys.map((key) => typedText(`sections.${key}`, sections[key] ?? {}))
  return Object.assign({}, ...texts, ...rows, ...photoIds.map((id) => ({ [`photo.${id}`]: 'yes' })))
}
