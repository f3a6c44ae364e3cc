import { type Html, html } from '../html.ts'
import type { Say } from '../say.ts'

/** The way from somebody's own page to their calendar. */
export function feedLine(say: Say, page: string, of: 'attending' | 'speaking'): Html {
  return html`<p class="card"><a href="${page}">${say('feed.title')}</a> <span class="hint">${say(`feed.line-${of}`)}</span></p>`
}
