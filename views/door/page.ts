import type { Meeting, Project } from '../../db/schema.ts'
import type { Expecting, Glance } from '../../server/door/queries.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import type { FormState } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { doorPhone } from './phone.ts'
import { expectedRow } from './row.ts'
import { doorWays } from './ways.ts'

export type DoorView = { project: Project; meeting: Meeting; glance: Glance } & Expecting

/** A count that could not be read, and whose. */
export type Miscount = { form: FormState; registration: { id: string } }

export function doorPage(say: Say, view: DoorView, miscount: Miscount | null = null): Page {
  const { project, meeting } = view
  return {
    say,
    title: say('workspace.door'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'door', project, meeting }),
    scripts: ['door'],
    fragments: { expected: () => expectedList(say, view, miscount) },
    main: html`<div class="door-page"${forScript(say, view)}><h1>${say('workspace.door')}</h1>
${doorWays(say, project, meeting)}
${doorPhone(say)}
${search(say, view)}
${expectedList(say, view, miscount)}</div>`,
  }
}

/** `until`: when the phone forgets the page. `every`: milliseconds until it asks again who is in. */
function forScript(say: Say, { project, meeting }: DoorView): Html {
  const until = meeting.endsAt.add(keptAfter).epochMilliseconds
  return html` data-door="${paths.door(project, meeting)}" data-until="${until}" data-every="5000" data-noted="${say('door.noted')}"`
}

const keptAfter = { hours: 6 }

/** A plain GET form, which htmx sends while people type. */
function search(say: Say, { project, meeting, glance }: DoorView): Html {
  const action = paths.door(project, meeting)
  return html`<form class="row look door-search" method="get" action="${action}" role="search" hx-get="${action}" hx-target="#expected" hx-swap="outerHTML" hx-replace-url="true" hx-trigger="input delay:150ms">
<label>${say('door.search')} <input type="search" name="search" value="${glance.search}" autocomplete="off"></label>
<button class="button quiet">${say('desk.show')}</button>
</form>`
}

function expectedList(say: Say, view: DoorView, miscount: Miscount | null): Html {
  const { rows, found, people } = view
  if (found === 0)
    return html`<div id="expected" class="empty" role="status"><p>${say(view.glance.search ? 'door.nobody' : 'door.empty')}</p></div>`
  return html`<div id="expected" class="stack">
<p role="status">${say('door.found', { people })} · <span id="there">${say('door.there', { people: view.there })}</span></p>
${view.glance.only ? html`<p><a href="${paths.door(view.project, view.meeting)}">${say('door.all')}</a></p>` : null}
<ul class="door-list" role="list">${rows.map((row) => expectedRow(say, view, row, miscount))}</ul>
${view.pages > 1 ? pages(say, view) : null}
</div>`
}

function pages(say: Say, { project, meeting, glance, pages }: DoorView): Html {
  const link = (page: number, label: string) => {
    const query = new URLSearchParams({ ...(glance.search ? { search: glance.search } : {}), page: String(page) })
    return html`<a class="button quiet" href="${paths.door(project, meeting)}?${query.toString()}">${label}</a>`
  }
  return html`<nav class="row" aria-label="${say('desk.pages')}">
${glance.page > 1 ? link(glance.page - 1, say('desk.previous')) : null}
<span>${say('desk.page', { page: glance.page, pages })}</span>
${glance.page < pages ? link(glance.page + 1, say('desk.next')) : null}
</nav>`
}
