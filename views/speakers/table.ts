import type { Listed } from '../../server/speakers/list.ts'
import { guardianBadge } from '../guardians/section.ts'
import { type Html, html } from '../html.ts'
import { table } from '../parts/table.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { nextDeed } from './deeds.ts'
import type { ListView } from './list.ts'
import { lookQuery } from './look-query.ts'
import { standingBadge, whenShort } from './standing.ts'

export function speakerTable(say: Say, view: ListView): Html {
  const { rows } = view.list
  if (rows.length === 0)
    return html`<div id="speakers" class="empty" role="status"><p>${say('speakers.none-such')}</p></div>`
  const heads = ['name', 'parts', 'guardian', 'slides'] as const
  return html`<div id="speakers" class="stack"><p role="status">${say('speakers.found', { found: rows.length })}</p>
${table(
  say('workspace.speakers'),
  heads.map((head) => say(`speakers.head.${head}`)),
  rows.map((row) => tableRow(say, view, row)),
)}</div>`
}

function tableRow(say: Say, view: ListView, row: Listed): Html {
  const { speaker } = row
  return html`<tr>
<th scope="row"><a href="${paths.speakerProfile(view.project, view.meeting, speaker)}">${nameOf(say, speaker.name)}</a>${whoElse(say, row)}</th>
<td><ul class="parts" role="list">${row.parts.map((part) => onePart(say, view, row, part))}</ul></td>
<td>${row.guardian ? guardianBadge(say, row.guardian) : '–'}</td>
<td>${slidesCell(say, row)}</td>
</tr>`
}

export function nameOf(say: Say, name: string): string {
  return name || say('desk.forgotten')
}

/** Their address, and what tells them from somebody of the same name. */
function whoElse(say: Say, { speaker, hasNamesake }: Listed): Html {
  const contact = speaker.email ?? say('speakers.no-email')
  const kind = speaker.kind === 'group' ? `${say('speakers.kind-group')} · ` : ''
  return html`<br><span class="hint">${kind}${contact}</span>${hasNamesake ? html`<br><span class="hint">${say('speakers.namesake')}</span>` : null}`
}

function onePart(say: Say, view: ListView, { speaker }: Listed, part: Listed['parts'][number]): Html {
  return html`<li><span>${whenShort(say, part)} · ${words(say, part.slot.title, view.project.locales)}</span>
<span class="row">${standingBadge(say, part.standing)}${
    view.over ? null : nextDeed(say, view, { speaker, part, query: lookQuery(view.look) })
  }</span></li>`
}

function slidesCell(say: Say, { slides }: Listed): Html {
  if (!slides) return html`–`
  return html`<span class="badge ${slides === 'there' ? 'confirmed' : 'waiting'}">${say(`speakers.slides-${slides}`)}</span>`
}
