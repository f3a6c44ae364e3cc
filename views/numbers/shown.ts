import type { Reached } from '../../server/numbers/reached.ts'
import { type Html, html } from '../html.ts'
import type { Say } from '../say.ts'

/** A number, or that it is kept back. */
export function shown(say: Say, number: number | null): Html {
  if (number !== null) return html`${say('numbers.number', { number })}`
  return html`<span class="kept-back" aria-hidden="true">–</span><span class="unseen">${say('numbers.kept-back')}</span>`
}

export function reachedText(say: Say, { number, atLeast }: Reached): Html {
  if (number === null || !atLeast) return shown(say, number)
  return html`${say('numbers.at-least', { number })}`
}
