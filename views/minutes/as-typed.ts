import type { Locale, Localised } from '../../db/languages.ts'
import { type Html, html } from '../html.ts'
import { languageBadge } from '../parts/texts.ts'

/** As it was written, marks and all. */
export function asTyped(locales: readonly Locale[], text: Localised): Html {
  const written = locales.filter((locale) => text[locale])
  return html`${written.map((locale) => html`<div lang="${locale}">${locales.length > 1 ? languageBadge(locale) : null}<pre class="minutes-text">${text[locale]}</pre></div>`)}`
}
