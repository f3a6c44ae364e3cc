import type { Expected } from '../../server/door/queries.ts'
import { type Html, html } from '../html.ts'
import { partyNames } from '../parties/party.ts'
import { partySize } from '../parties/party-size.ts'
import { words } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import type { DoorView } from './page.ts'

/** One registration; whoever brings people along opens to their names. */
export function expectedRow(say: Say, view: DoorView, row: Expected): Html {
  if (row.kind === 'person') return html`<li class="door-row"><div class="door-head">${head(say, view, row)}</div></li>`
  return html`<li class="door-row"><details><summary class="door-head">${head(say, view, row)}</summary>
${row.className === null ? null : html`<p>${row.name}</p>`}
${partyNames(say, row, row.named)}
</details></li>`
}

function head(say: Say, { project }: DoorView, row: Expected): Html {
  const { group, status, kind } = row
  return html`<strong class="door-name">${row.className ?? row.name ?? say('desk.forgotten')}</strong>
${kind === 'person' ? null : html`<span class="badge count">${partySize(say, row)}</span>`}
${status === 'confirmed' ? null : html`<span class="badge ${status}">${say(`desk.${status}`)}</span>`}
<span class="hint">${group ? words(say, group.name, project.locales) : null}</span>`
}
