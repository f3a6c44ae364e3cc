import MarkdownIt from 'markdown-it'
import { inLanguage, type Locale, type Localised } from '../../db/languages.ts'
import { type Html, html, trusted } from '../html.ts'
import type { Say } from '../say.ts'
import { languageBadge } from './texts.ts'

/** HTML stays text, pictures from elsewhere stay away, and what organisers link to gets no weight from us. */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable('image')
markdown.linkify.set({ fuzzyEmail: false })

/** A page has one `<h1>`, and its parts have `<h2>`: headings inside a text come below. */
markdown.core.ruler.push('below_the_page', ({ tokens }) => {
  for (const token of tokens.filter(({ type }) => type.startsWith('heading_'))) {
    token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`
  }
})
const openLink = markdown.renderer.rules.link_open
markdown.renderer.rules.link_open = (tokens, i, options, env, self) => {
  tokens[i]?.attrSet('rel', 'nofollow')
  return openLink ? openLink(tokens, i, options, env, self) : self.renderToken(tokens, i, options)
}

/** The same for those who write no HTML: what a text consists of. */
export function markdownTokens(text: string): ReturnType<typeof markdown.parse> {
  return markdown.parse(text, {})
}

/** A longer text of a project, written in Markdown, in the reader's language or marked as another. */
export function prose(say: Say, text: Localised, order: readonly Locale[]): Html | null {
  const found = inLanguage(text, say.locale, order)
  if (found.text === '') return null
  const written = trusted(markdown.render(found.text))
  if (found.locale === say.locale) return html`<div class="prose stack">${written}</div>`
  return html`<div class="prose stack" lang="${found.locale}">${languageBadge(found.locale)}${written}</div>`
}
