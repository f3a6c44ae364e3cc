import { domainToASCII } from 'node:url'
import { z } from 'zod'
import type { Locale, Localised } from '../db/languages.ts'
import type { MessageKey } from '../views/say.ts'

/** A message of the catalogue as zod's error text: the schema's side of `Problem`. */
const says = (key: MessageKey): MessageKey => key

/** One line of text, needed; with something in it that can be seen. */
export function line(max = 200) {
  return optionalLine(max).refine((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text), says('problem.required'))
}

export function optionalLine(max = 200) {
  return paragraph(max).refine((text) => !text.includes('\n'), says('problem.characters'))
}

/** Text with line breaks, possibly empty. */
export function paragraph(max = 2000) {
  return z
    .string()
    .default('')
    .pipe(z.string().max(max, says('problem.too-long')))
}

/** An address that can be written to; at most 254 octets (RFC 5321 4.5.3.1.3), no comments or quotes. */
export function emailAddress() {
  return line(254)
    .refine((text) => text === '' || /^[^\s@<>()",:;\\[\]\p{Cf}]+@[^\s@]+$/u.test(text), says('problem.email'))
    .refine((text) => !/^\.|\.\.|\.@/.test(text), says('problem.email'))
    .refine((text) => !text.includes('@') || /@.+\.[^.\d][^.]+$/.test(text), says('problem.email-ending'))
    .refine((text) => !/@.+\./.test(text) || isDomain(text.split('@').at(-1) ?? ''), says('problem.email'))
}

/** RFC 1035 2.3.1: labels of letters, digits and inner hyphens, up to 63 of them; other scripts by their ASCII form. */
function isDomain(domain: string): boolean {
  const labels = /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) ? domainToASCII(domain).split('.') : []
  return labels.length > 1 && labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label))
}

export function choice<const T extends string>(options: readonly T[]) {
  return z
    .string()
    .default('')
    .transform((chosen, context): T => {
      const found = options.find((option) => option === chosen)
      if (found !== undefined) return found
      context.issues.push({
        code: 'custom',
        message: says(chosen === '' ? 'problem.required' : 'problem.choice'),
        input: chosen,
      })
      return z.NEVER
    })
}

export function checkbox() {
  return z
    .string()
    .optional()
    .transform((ticked) => ticked !== undefined && ticked !== '')
}

export function wholeNumber(min: number, max: number) {
  return line(20)
    .refine((text) => /^-?\d+$/.test(text), says('problem.number'))
    .transform(Number)
    .pipe(z.number().min(min, says('problem.too-small')).max(max, says('problem.too-big')))
}

/** What marks one showing of a form: the row it makes takes it as its id, so that sending twice makes one row. */
export function once() {
  return z
    .string()
    .optional()
    .transform((key) => (key !== undefined && /^[0-9a-f-]{36}$/.test(key) ? key : undefined))
}

export function webAddress() {
  return optionalLine(2000).refine((text) => text === '' || isWebAddress(text), says('problem.url'))
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text) && URL.canParse(text)
}

export function slug(reserved: readonly string[]) {
  return line(80)
    .refine((text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), says('problem.slug'))
    .refine((text) => !reserved.includes(text), says('problem.taken'))
}

/** A calendar date, or null when left empty. */
export function optionalDate() {
  return optionalLine(40).transform((text, context) => {
    if (text === '') return null
    const date = attempt(() => Temporal.PlainDate.from(text, { overflow: 'reject' }))
    if (date && date.year >= 1900 && date.year <= 2200) return date.toString()
    context.issues.push({ code: 'custom', message: says('problem.date'), input: text })
    return z.NEVER
  })
}

/** A local date and time as `<input type="datetime-local">` sends it, or null when left empty. */
export function optionalMoment() {
  return optionalLine(40).transform((text, context) => {
    if (text === '') return null
    const moment = /T|\s/.test(text) ? attempt(() => Temporal.PlainDateTime.from(text, { overflow: 'reject' })) : null
    if (moment && moment.year >= 1900 && moment.year <= 2200) return moment
    context.issues.push({ code: 'custom', message: says('problem.moment'), input: text })
    return z.NEVER
  })
}

/** The instant of a local time in a zone; null where clocks change and the time does not exist or comes twice. */
export function instantIn(moment: Temporal.PlainDateTime, zone: string): Temporal.Instant | null {
  return attempt(() => moment.toZonedDateTime(zone, { disambiguation: 'reject' }).toInstant())
}

export function zoneName() {
  return line(60).refine(
    (zone) => attempt(() => Temporal.Now.zonedDateTimeISO(zone)) !== null && !/^[+-]/.test(zone),
    says('problem.unknown'),
  )
}

/** A text in any of the languages given; languages left empty are absent from the value. */
export function localisedText(locales: readonly Locale[], max = 200, multiline = false) {
  const one = multiline ? paragraph(max) : optionalLine(max)
  const shape = Object.fromEntries(locales.map((locale) => [locale, one]))
  return z
    .object(shape)
    .prefault({})
    .transform((texts): Localised => Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')))
}

export function neededText(locales: readonly Locale[], max = 200, multiline = false) {
  return localisedText(locales, max, multiline).refine((texts) => Object.keys(texts).length > 0, {
    message: says('problem.some-language'),
    path: [locales[0] ?? 'lv'],
  })
}

export function attempt<T>(make: () => T): T | null {
  try {
    return make()
  } catch {
    return null
  }
}
