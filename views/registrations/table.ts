import type { Column } from '../../server/registrations/desk/columns.ts'
import type { Listed } from '../../server/registrations/desk/list.ts'
import type { Look } from '../../server/registrations/desk/look.ts'
import { type Content, type Html, html } from '../html.ts'
import { table } from '../parts/table.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { bulkBar } from './bulk-bar.ts'
import { headOf } from './cells.ts'
import type { DeskView } from './desk.ts'
import { withLook } from './look-query.ts'
import { shown } from './shown.ts'

/** The rows of a look, each with a box to tick; what the buttons below would do is said before it is done. */
export function registrationTable(say: Say, view: DeskView): Html {
  const { list, project, meeting, look } = view
  if (list.found === 0)
    return html`<div id="registrations" class="empty" role="status"><p>${say(isWhole(look) ? 'desk.empty' : 'desk.none-found')}</p></div>`
  const columns = view.shown.filter(({ name }) => name !== 'email')
  const rows = list.rows.map((row) => tableRow(say, view, columns, row))
  const inside = html`<input type="hidden" name="look" value="${withLook('', look)}">
<div class="found"><p role="status">${say('desk.found', { found: list.found })}</p>${downloads(say, view)}</div>
${table(say('workspace.registrations'), heads(say, view, columns), rows)}
${list.pages > 1 ? pages(say, view) : null}
${bulkBar(say, view)}`
  if (view.deeds.length === 0) return html`<div id="registrations" class="stack">${inside}</div>`
  return html`<form id="registrations" class="stack" method="post" action="${paths.registrationsPlan(project, meeting)}">${inside}</form>`
}

/** Nothing is left out: whoever is missing is not here at all. */
function isWhole({ search, status, group, kind, age, photos, answers, workshop, came }: Look): boolean {
  const isOpen = status === 'live' || status === 'all'
  return (
    isOpen &&
    ![search, group, kind, age, workshop, came].some(Boolean) &&
    Object.keys({ ...photos, ...answers }).length === 0
  )
}

function heads(say: Say, view: DeskView, columns: readonly Column[]): Content[] {
  return [
    html`<span class="unseen">${say('desk.chosen')}</span>`,
    sortable(say, view, 'arrival', say('desk.arrival')),
    sortable(say, view, 'name', say('desk.name')),
    ...columns.map((column) => sortable(say, view, column.name, headOf(say, view, column))),
  ]
}

/** A head that can be ordered by leads there. */
function sortable(say: Say, view: DeskView, name: string, label: string): Content {
  const sort = view.choices.sorts.find((one) => one === name)
  if (!sort) return label
  if (sort === view.look.sort)
    return html`<span class="sorted">${label} <span aria-hidden="true">↓</span><span class="unseen">: ${say('desk.sorted')}</span></span>`
  return html`<a href="${address(view, { sort, page: 1 })}">${label}</a>`
}

function mailbox(say: Say, { unreachable }: DeskView, { registration: { id, email } }: Listed): Html {
  return html`<br><span class="hint">${email}</span>${unreachable.has(id) ? html` <span class="badge failed">${say('desk.unreachable')}</span>` : null}`
}

function tableRow(say: Say, view: DeskView, columns: readonly Column[], row: Listed): Html {
  const { project, meeting } = view
  const { registration } = row
  const name = registration.name ?? say('desk.forgotten')
  return html`<tr>
<td class="tick"><label><input type="checkbox" name="chosen.${registration.id}" value="yes"><span class="unseen">${name}</span></label></td>
<td>${registration.arrival}</td>
<th scope="row"><a href="${paths.registration(project, meeting, registration)}">${name}</a>${party(say, row)}${view.shown.some(({ name }) => name === 'email') ? mailbox(say, view, row) : null}</th>
${columns.map((column) => html`<td${cellClass(column)}>${shownCell(say, view, column, row)}</td>`)}
</tr>`
}

/** What people say may be long; a moment stays on one line. */
function cellClass({ name, asked, channel, workshops }: Column): Html | null {
  if (name === 'since') return html` class="when"`
  return asked || channel || workshops ? html` class="said"` : null
}

function party(say: Say, { registration: { kind, className, seats } }: Listed): Html | null {
  if (kind === 'person') return null
  return html`<br><span class="hint">${className ? `${className}, ` : null}${say('desk.people', { seats })}</span>`
}

function shownCell(say: Say, view: DeskView, column: Column, row: Listed): Content {
  const { registration, group } = row
  if (column.name === 'status')
    return html`<span class="badge ${registration.status}">${say(`desk.${registration.status}`)}</span>`
  if (column.name === 'group') return group && words(say, group.name, view.project.locales)
  return shown(say, view, column, row)
}

function downloads(say: Say, { project, meeting, look }: DeskView): Html {
  return html`<span class="row">${(['csv', 'xlsx', 'json'] as const).map(
    (format) =>
      html`<a class="button quiet" href="${withLook(paths.registrationsFile(project, meeting, format), { ...look, page: 1 })}" download>${say('desk.download')} ${format.toUpperCase()}</a>`,
  )}</span>`
}

function pages(say: Say, view: DeskView): Html {
  const { look, list } = view
  const link = (page: number, label: string) =>
    html`<a class="button quiet" href="${address(view, { page })}">${label}</a>`
  return html`<nav class="row" aria-label="${say('desk.pages')}">
${look.page > 1 ? link(look.page - 1, say('desk.previous')) : null}
<span>${say('desk.page', { page: look.page, pages: list.pages })}</span>
${look.page < list.pages ? link(look.page + 1, say('desk.next')) : null}
</nav>`
}

function address({ project, meeting, look }: DeskView, change: Partial<Look>): string {
  return withLook(paths.registrations(project, meeting), { ...look, ...change })
}
