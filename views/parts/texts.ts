import type { Locale, Localised } from '../../db/languages.ts'
import { inLanguage } from '../../db/languages.ts'
import type { Html } from '../html.ts'
import { html } from '../html.ts'
import type { Say } from '../say.ts'

/** A project's own text in the reader's language; another language is marked as such, for eyes and screen readers. */
export function words(say: Say, text: Localised, order: readonly Locale[]): Html {
  const found = inLanguage(text, say.locale, order)
  if (found.locale === say.locale) return html`${found.text}`
  return html`<span lang="${found.locale}">${found.text}</span>`
}

/** The same as plain text: for titles, alternative texts, letters' subjects. */
export function plain(say: Say, text: Localised, order: readonly Locale[]): string {
  return inLanguage(text, say.locale, order).text
}
