import type { Locale } from '../../db/languages.ts'
import type { Outcome, OutcomeRow, PublicOutcome } from '../../server/polls/outcome.ts'
import { type Html, html } from '../html.ts'
import { bar } from '../numbers/bar.ts'
import { words } from '../parts/texts.ts'
import { quoted } from '../room/quoted.ts'
import type { Say } from '../say.ts'

/** What came out of a poll: a table with a bar beside each number. */
export function outcomeTable(say: Say, order: readonly Locale[], { voters, rows }: Outcome, title: string): Html {
  const shown = rows.filter(({ hidden }) => !hidden)
  const most = Math.max(1, ...shown.map(({ votes }) => votes))
  return html`<table class="outcome"><caption><span class="unseen">${title} </span><span class="hint">${say('polls.voters', { count: voters })}</span></caption>
<thead class="unseen"><tr><th scope="col">${say('polls.option')}</th><th scope="col">${say('polls.votes')}</th></tr></thead>
<tbody>${shown.map(
    (row) => html`<tr><th scope="row">${optionName(say, order, row)}</th>
<td>${bar(row.votes, most)} <strong>${row.votes}</strong></td></tr>`,
  )}</tbody></table>`
}

/** The same for everybody: nothing before it is shown. */
export function publicOutcomeTable(
  say: Say,
  order: readonly Locale[],
  outcome: PublicOutcome,
  title: string,
): Html | null {
  if (outcome === null) return null
  return outcome === 'too-few'
    ? html`<p class="hint">${say('polls.too-few')}</p>`
    : outcomeTable(say, order, outcome, title)
}

function optionName(say: Say, order: readonly Locale[], { label }: Pick<OutcomeRow, 'label'>): Html {
  return typeof label === 'string' ? quoted(label) : words(say, label, order)
}
