import type { Look } from '../../server/registrations/list.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { DeskView } from './desk.ts'
import { groupOptions } from './group-options.ts'

/** Search, filter and sort: a plain GET form, which htmx sends while people type. */
export function lookForm(say: Say, { project, meeting, look, groups, statuses, sorts }: DeskView): Html {
  const action = paths.registrations(project, meeting)
  return html`<form class="row look" method="get" action="${action}" role="search" hx-get="${action}" hx-target="#registrations" hx-swap="outerHTML" hx-replace-url="true" hx-trigger="input delay:200ms">
<label>${say('desk.search')} <input type="search" name="search" value="${look.search}"></label>
<label>${say('desk.status')} <select name="status"><option value="">${say('desk.all')}</option>${statuses.map((status) => option(status, say(`desk.${status}`), look.status))}</select></label>
<label>${say('desk.group')} <select name="group"><option value="">${say('desk.all')}</option>${groupOptions(say, project, groups).map(({ value, label }) => option(value, label, look.group))}</select></label>
<label>${say('desk.sort')} <select name="sort">${sorts.map((sort) => option(sort, say(`desk.sort-${sort}`), look.sort))}</select></label>
<button class="button quiet">${say('desk.show')}</button>
<button class="button quiet" formaction="${paths.registrationsFile(project, meeting)}">${say('desk.csv')}</button>
</form>`
}

export function lookQuery(look: Look, page = 1): string {
  const chosen = { search: look.search, status: look.status ?? '', group: look.group ?? '', sort: look.sort }
  const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== ''))
  if (page > 1) query.set('page', String(page))
  return query.toString()
}

function option(value: string, label: string, chosen: string | null): Html {
  return html`<option value="${value}"${value === chosen ? html` selected` : null}>${label}</option>`
}
