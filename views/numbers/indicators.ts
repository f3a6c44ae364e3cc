import type { Locale } from '../../db/languages.ts'
import type { Aim } from '../../server/numbers/numbers.ts'
import { type Html, html } from '../html.ts'
import { table } from '../parts/table.ts'
import { words } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { bar } from './bar.ts'
import { reachedText, shown } from './shown.ts'

/** What was promised beside what was reached. */
export function indicatorTable(say: Say, locales: readonly Locale[], aims: readonly Aim[]): Html {
  const heads = [say('numbers.indicator'), say('numbers.planned'), say('numbers.reached'), shareHead(say)]
  return table(
    say('numbers.indicators'),
    heads,
    aims.map(
      ({ indicator: { name, planned }, reached }) => html`<tr><th scope="row">${words(say, name, locales)}</th>
<td class="number">${shown(say, planned)}</td>
<td class="number">${reachedText(say, reached)}</td>
<td class="share">${bar(reached.number, planned)}</td></tr>`,
    ),
  )
}

export function shareHead(say: Say): Html {
  return html`<span class="unseen">${say('numbers.drawn')}</span>`
}

/** The same for everybody, on the project's page. */
export function publicIndicators(say: Say, locales: readonly Locale[], aims: readonly Aim[]): Html | null {
  if (aims.length === 0) return null
  return html`<section class="reached" aria-labelledby="reached"><h2 id="reached">${say('numbers.public')}</h2>
<ul class="reached-list" role="list">${aims.map(
    ({ indicator: { name, planned }, reached }) => html`<li><strong>${reachedText(say, reached)}</strong>
<span>${words(say, name, locales)} <span class="hint">${say('numbers.of-planned', { planned })}</span></span>${bar(reached.number, planned)}</li>`,
  )}</ul></section>`
}
