import { inLanguage, type Locale, type Localised } from '../../db/languages.ts'
import { type Html, html } from '../html.ts'
import type { Say } from '../say.ts'
import { languageLabels, languageNames } from '../when.ts'

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

/** The same where there is room for it: a text in another language also wears that language's short name. */
export function marked(say: Say, text: Localised, order: readonly Locale[]): Html {
  const { locale } = inLanguage(text, say.locale, order)
  if (locale === say.locale) return words(say, text, order)
  return html`${words(say, text, order)} ${languageBadge(locale)}`
}

/** A longer text, its paragraphs as typed. */
export function passage(say: Say, text: Localised, order: readonly Locale[]): Html {
  const found = inLanguage(text, say.locale, order)
  const paragraphs = found.text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')
  const body = paragraphs.map((paragraph) => html`<p>${lines(paragraph)}</p>`)
  if (found.locale === say.locale || paragraphs.length === 0) return html`${body}`
  return html`<div class="in-another-language" lang="${found.locale}">${languageBadge(found.locale)}${body}</div>`
}

export function languageBadge(locale: Locale): Html {
  return html`<span class="badge language" lang="${locale}" title="${languageNames[locale]}">${languageLabels[locale]}</span>`
}

function lines(paragraph: string): Html {
  const [first = '', ...rest] = paragraph.split('\n')
  return html`${first}${rest.map((line) => html`<br>${line}`)}`
}
