import type { Locale } from '../db/languages.ts'
import { isLocale } from '../db/languages.ts'

type Span = { startsAt: Temporal.Instant; endsAt: Temporal.Instant; zone: string }

/** CLDR tags: English as Europe writes it, with the day first. */
const tags: Record<Locale, string> = { lv: 'lv', en: 'en-GB', ru: 'ru', uk: 'uk' }

/** "17:00"; Latvian writes "17.00". */
export function time(at: Temporal.Instant, zone: string, locale: Locale): string {
  const shown = at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
  return locale === 'lv' ? shown.replace(':', '.') : shown
}

export function timeSpan({ startsAt, endsAt, zone }: Span, locale: Locale): string {
  return `${time(startsAt, zone, locale)}–${time(endsAt, zone, locale)}`
}

/** "Saturday, 12 December 2026", in words and in the meeting's zone; Latvian says when: "Sestdien, … 12. decembrī". */
export function day(at: Temporal.Instant, zone: string, locale: Locale): string {
  const words = format(at.toZonedDateTimeISO(zone), locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  return locale === 'lv' ? locative(words) : words
}

/** Of what is open for whole days, from midnight to midnight where it is: the last date is the one before its end. */
export function datesOf({ startsAt, endsAt, zone }: Span): { first: Temporal.PlainDate; last: Temporal.PlainDate } {
  const date = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate()
  return { first: date(startsAt), last: date(endsAt.subtract({ nanoseconds: 1 })) }
}

/** "Sestdiena, 2026. gada 12. decembris" in the case that answers "when?". */
export function locative(date: string): string {
  return date.replace('diena,', 'dien,').replace(/is$/, 'ī').replace(/s$/, 'ā')
}

/** "Sat 12 Dec": where a time needs its day and there is little room. */
export function shortWeekday(at: Temporal.Instant, zone: string, locale: Locale): string {
  return format(at.toZonedDateTimeISO(zone), locale, { weekday: 'short', day: 'numeric', month: 'short' })
}

export function shortDay(at: Temporal.Instant, zone: string, locale: Locale): string {
  return format(at.toZonedDateTimeISO(zone), locale, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** As posters paint it: "12" and "decembris", the month in the case that a day asks for ("декабря"). */
export function posterDate(at: Temporal.Instant, zone: string, locale: Locale): { day: string; month: string } {
  const options = { day: 'numeric', month: 'long', timeZone: zone } as const
  const parts = formatter(locale, options).formatToParts(at.epochMilliseconds)
  const month = parts.find((part) => part.type === 'month')?.value ?? ''
  return { day: String(at.toZonedDateTimeISO(zone).day), month }
}

/** "09/11/2026, 02:53", as short as the language writes it: for the columns of tables. */
export function stamp(at: Temporal.Instant, zone: string, locale: Locale): string {
  return formatter(locale, { dateStyle: 'short', timeStyle: 'short', timeZone: zone }).format(at.epochMilliseconds)
}

export function dayAndTime(at: Temporal.Instant, zone: string, locale: Locale): string {
  return `${day(at, zone, locale)}, ${time(at, zone, locale)}`
}

/** The same within a sentence: of the four languages only English writes a weekday with a capital there. */
export function momentWithin(at: Temporal.Instant, zone: string, locale: Locale): string {
  const words = dayAndTime(at, zone, locale)
  return locale === 'en' ? words : words.charAt(0).toLocaleLowerCase() + words.slice(1)
}

/** "In 25 minutes", "in 3 hours", "in 2 days": how far ahead, in the largest unit that says enough. */
export function ahead(from: Temporal.Instant, at: Temporal.Instant, zone: string, locale: Locale): string {
  const say = new Intl.RelativeTimeFormat(tags[locale], { numeric: 'always' })
  const minutes = Math.ceil(from.until(at).total('minutes'))
  if (minutes < 120) return capital(say.format(minutes, 'minute'))
  if (minutes < 24 * 60) return capital(say.format(Math.round(minutes / 60), 'hour'))
  const date = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(zone).toPlainDate()
  return capital(say.format(date(from).until(date(at), { largestUnit: 'day' }).days, 'day'))
}

/** "3 hours ago", "2 days ago": for what is at least an hour past, and needs no zone. */
export function ago(from: Temporal.Instant, at: Temporal.Instant, locale: Locale): string {
  const say = new Intl.RelativeTimeFormat(tags[locale], { numeric: 'always' })
  const hours = Math.floor(at.until(from).total('hours'))
  return hours < 48 ? say.format(-hours, 'hour') : say.format(-Math.floor(hours / 24), 'day')
}

/** A calendar date without a time, as projects have: "15 September 2015". */
export function date(iso: string, locale: Locale): string {
  return format(Temporal.PlainDate.from(iso), locale, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** "Eastern European Standard Time" or as the language has it; for readers elsewhere. */
export function zoneName(zone: string, at: Temporal.Instant, locale: Locale): string {
  const parts = formatter(locale, { timeZone: zone, timeZoneName: 'long' }).formatToParts(at.epochMilliseconds)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

/** What `<time datetime>` wants. */
export function machine(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', smallestUnit: 'minute' })
}

/** What `<input type="datetime-local">` wants: local, without a zone. */
export function local(at: Temporal.Instant | null, zone: string): string {
  return at ? at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }) : ''
}

/** Where the clock is read of what belongs to no project. */
export const usualZone = 'Europe/Riga'

/** The short names people use for their language. */
export const languageNames: Record<Locale, string> = { lv: 'Latviešu', en: 'English', ru: 'Русский', uk: 'Українська' }
export const languageLabels: Record<Locale, string> = { lv: 'LV', en: 'EN', ru: 'RU', uk: 'UA' }

export function languageOf(code: string): Locale {
  return isLocale(code) ? code : 'en'
}

function format(
  moment: Temporal.ZonedDateTime | Temporal.PlainDate,
  locale: Locale,
  options: Intl.DateTimeFormatOptions,
): string {
  const timeZone = moment instanceof Temporal.ZonedDateTime ? moment.timeZoneId : 'UTC'
  const at = moment instanceof Temporal.ZonedDateTime ? moment : moment.toZonedDateTime('UTC')
  return capital(withoutYearMark(formatter(locale, { ...options, timeZone }).format(at.epochMilliseconds)))
}

/** "12 декабря 2026" instead of "… 2026 г.", whose full stop would stand before that of the sentence. */
function withoutYearMark(date: string): string {
  return date.replace(/\s[гр]\.$/, '')
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Kept, since making one costs a hundred times what using it does; there are as many as languages, zones and styles. */
export function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const kept = formatters.get(key) ?? new Intl.DateTimeFormat(tags[locale], options)
  formatters.set(key, kept)
  return kept
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
