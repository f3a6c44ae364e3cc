import { inLanguage, type Locale, type Localised } from '../../db/languages.ts'
import type { Say } from '../say.ts'
import { shortDay, time } from '../when.ts'

/** A text, and its language where that is not the reader's. */
export type Said = string | { text: string; lang: Locale }

export type Entry = {
  label: Said
  text: Said
  /** Who sees it and until when, where that is not as for the whole section. */
  note?: string
}

/** Part of what is held about somebody: read on the page and in the text file alike. */
export type Section = { title: string; entries: Entry[]; note: string }

/** A project's own text. */
export function said(say: Say, text: Localised, order: readonly Locale[]): Said {
  const found = inLanguage(text, say.locale, order)
  return found.locale === say.locale ? found.text : { text: found.text, lang: found.locale }
}

export function plainly(one: Said): string {
  return typeof one === 'string' ? one : one.text
}

export function moment(say: Say, at: Temporal.Instant, zone: string): string {
  return `${shortDay(at, zone, say.locale)}, ${time(at, zone, say.locale)}`
}
