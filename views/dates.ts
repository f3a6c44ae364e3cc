import type { Locale } from '../db/languages.ts'
import { datesOf, day, formatter, locative } from './when.ts'

type Span = { startsAt: Temporal.Instant; endsAt: Temporal.Instant; zone: string }
type Parts = Intl.DateTimeFormatOptions

const whole: Parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }

/** The dates of what is open for whole days: "Saturday 12 December 2026", "12–14 December 2026". Latvian says when. */
export function datesText(span: Span, locale: Locale): string {
  const { first, last } = datesOf(span)
  if (first.equals(last)) return day(span.startsAt, span.zone, locale)
  return locale === 'lv' ? latvian(first, last, whole) : tidy(range(first, last, locale, whole))
}

/** Of several days, beside a year that is known: "12–14 December". */
export function datesOfYear(span: Span, locale: Locale): string {
  const { first, last } = datesOf(span)
  const parts: Parts = { ...whole, year: undefined }
  return locale === 'lv' ? latvian(first, last, parts) : tidy(range(first, last, locale, parts))
}

/** "2026. gada 12.–14. decembrī"; where the month changes, "no 30. novembra līdz 2. decembrim" in the cases of "from" and "to". */
function latvian(first: Temporal.PlainDate, last: Temporal.PlainDate, parts: Parts): string {
  if (first.toPlainYearMonth().equals(last.toPlainYearMonth())) return locative(range(first, last, 'lv', parts))
  const date = (of: Temporal.PlainDate, isWhole: boolean) =>
    range(of, of, 'lv', isWhole ? parts : { ...parts, year: undefined })
  return `No ${genitive(date(first, true))} līdz ${dative(date(last, first.year !== last.year))}`
}

function genitive(date: string): string {
  return date.replace(/lis$/, 'ļa').replace(/i?s$/, 'a')
}

function dative(date: string): string {
  return date.replace(/is$/, 'im').replace(/([^i])s$/, '$1am')
}

function range(first: Temporal.PlainDate, last: Temporal.PlainDate, locale: Locale, parts: Parts): string {
  const at = (date: Temporal.PlainDate) => date.toZonedDateTime('UTC').epochMilliseconds
  return formatter(locale, parts).formatRange(at(first), at(last))
}

/** Without the marks of years ("г.", "рр."), and numbers close to their dash: "12–14", but "30 November – 2 December". */
function tidy(range: string): string {
  return range
    .replace(/\s[гр]{1,2}\.(?=\s|$)/g, '')
    .replace(/^(\d+)\s*–\s*(?=\d+\s)/, '$1–')
    .replace(/\s–\s/, ' – ')
}
