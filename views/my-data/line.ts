import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** The way from a registration's page to all that is held about it. */
export function dataLine(say: Say, token: string): Html {
  return html`<p class="card"><a href="${paths.mineData(token)}">${say('my-data.link')}</a> <span class="hint">${say('my-data.link-hint')}</span></p>`
}
