import type { Listed } from '../../server/registrations/list.ts'
import { type Html, html } from '../html.ts'
import { table } from '../parts/table.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { stamp } from '../when.ts'
import type { DeskView } from './desk.ts'
import { lookQuery } from './look.ts'

export function registrationTable(say: Say, view: DeskView): Html {
  const { list } = view
  if (list.found === 0)
    return html`<div id="registrations" class="empty" role="status"><p>${say('desk.empty')}</p></div>`
  const heads = (['arrival', 'name', 'group', 'status', 'since', 'deeds'] as const).map((head) => say(`desk.${head}`))
  const rows = list.rows.map((row) => tableRow(say, view, row))
  return html`<div id="registrations">
<p role="status">${say('desk.found', { found: list.found })}</p>
${table(say('workspace.registrations'), heads, rows)}
${list.pages > 1 ? pages(say, view) : null}
</div>`
}

function tableRow(say: Say, view: DeskView, { registration, group }: Listed): Html {
  const { project, meeting } = view
  const { createdAt } = registration
  return html`<tr>
<td>${registration.arrival}</td>
<th scope="row">${registration.name ?? say('desk.forgotten')}<br><span class="hint">${registration.email}</span></th>
<td>${group ? words(say, group.name, project.locales) : null}</td>
<td><span class="badge ${registration.status}">${say(`desk.${registration.status}`)}</span></td>
<td class="when">${stamp(createdAt, meeting.zone, say.locale)}</td>
<td>${deeds(say, view, { registration, group })}</td>
</tr>`
}

function deeds(say: Say, view: DeskView, { registration }: Listed): Html | null {
  if (view.over || !['confirmed', 'offered', 'waiting'].includes(registration.status)) return null
  const path = (deed: 'cancel' | 'promote') => paths.registrationDo(view.project, view.meeting, registration, deed)
  const name = registration.name ?? ''
  return html`<div class="row">${
    registration.status === 'waiting' && view.offers && view.places.taken < view.meeting.capacity
      ? html`<form method="post" action="${path('promote')}"><button class="button quiet">${say('desk.offer')}<span class="unseen">: ${name}</span></button></form>`
      : null
  }<details class="confirm"><summary>${say('desk.cancel')}<span class="unseen">: ${name}</span></summary>
<form method="post" action="${path('cancel')}"><p>${say(registration.email ? 'desk.cancel-sure' : 'desk.cancel-sure-silent', { name })}</p><button class="button danger">${say('desk.cancel-send')}</button></form></details></div>`
}

function pages(say: Say, { project, meeting, look, list }: DeskView): Html {
  const link = (page: number, label: string) =>
    html`<a class="button quiet" href="${paths.registrations(project, meeting)}?${lookQuery(look, page)}">${label}</a>`
  return html`<nav class="row" aria-label="${say('desk.pages')}">
${look.page > 1 ? link(look.page - 1, say('desk.previous')) : null}
<span>${say('desk.page', { page: look.page, pages: list.pages })}</span>
${look.page < list.pages ? link(look.page + 1, say('desk.next')) : null}
</nav>`
}
