import { type Html, html } from '../html.ts'

/** As long as anybody reads on a wall; what is longer breaks no page. */
const most = 600

/** Signs that are not seen but act: controls, and what turns round the text behind them (UAX #9). */
const acting = /(?![\n])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** What somebody typed, shown to a whole room: text and nothing else, in a direction of its own. */
export function quoted(text: string): Html {
  return html`<bdi class="quoted">${still(text, most)}</bdi>`
}

/** The same where no markup can stand, cut short. */
export function still(text: string, length: number): string {
  const signs = [...text.replace(acting, '')]
  return signs.length > length ? `${signs.slice(0, length).join('')}…` : signs.join('')
}
