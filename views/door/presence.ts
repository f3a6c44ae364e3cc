import type { Expected } from '../../server/door/queries.ts'
import { type Html, html } from '../html.ts'
import type { FormState } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { time } from '../when.ts'
import type { DoorView } from './page.ts'

type Who = { id: string; name: string | null }

/** The button of one person, or since when they are in. */
export function presence(say: Say, view: DoorView, row: Expected, one: Who): Html {
  const { project, meeting, seen } = view
  const its = seen.get(one.id)
  const participant = one.id === row.id ? '' : one.id
  const name = one.name ?? ''
  if (!its)
    return html`<form class="door-press" method="post" action="${paths.doorDo(project, meeting, row, 'in')}" hx-post="${paths.doorDo(project, meeting, row, 'in')}" hx-target="#expected" hx-swap="outerHTML">${glanceFields(view)}<input type="hidden" name="participant" value="${participant}"><button class="button" aria-label="${say('door.in-of', { name })}">${say('door.in')}</button></form>`
  return html`<form class="door-press" method="post" action="${paths.doorDo(project, meeting, row, 'undo')}" hx-post="${paths.doorDo(project, meeting, row, 'undo')}" hx-target="#expected" hx-swap="outerHTML">${glanceFields(view)}<input type="hidden" name="participant" value="${participant}">
<span class="badge confirmed">${say('door.already', { time: time(its.since, meeting.zone, say.locale) })}</span>
${its.doubled ? html`<span class="badge waiting">${say('door.doubled')}</span>` : null}
<button class="button quiet" aria-label="${say('door.undo-of', { name })}">${say('door.undo')}</button></form>`
}

/** How many came that have no name here. */
export function headCount(say: Say, view: DoorView, row: Expected, form: FormState | null): Html {
  const { project, meeting } = view
  const [id, problem] = [`people-${row.id}`, form?.problems?.find(({ field }) => field === 'people')]
  return html`<form class="row door-count" method="post" action="${paths.doorDo(project, meeting, row, 'count')}" novalidate>${glanceFields(view)}
<label for="${id}">${say('door.count')}</label>
<input type="text" id="${id}" name="people" inputmode="numeric" maxlength="3" value="${form?.typed.people ?? row.heads ?? ''}"${problem ? html` aria-invalid="true" aria-describedby="${id}-problem"` : null}>
<button class="button quiet">${say('door.count-save')}</button>
${problem ? html`<p class="problem" id="${id}-problem">${say(problem.key, problem.values)}</p>` : null}</form>`
}

function glanceFields({ glance }: DoorView): Html {
  const given = { search: glance.search, page: glance.page === 1 ? '' : String(glance.page), only: glance.only }
  return html`${Object.entries(given).map(([name, value]) => (value ? html`<input type="hidden" name="${name}" value="${value}">` : null))}`
}
