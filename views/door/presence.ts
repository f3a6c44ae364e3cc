import type { Seen } from '../../server/check-ins/standing.ts'
import type { Expected } from '../../server/door/queries.ts'
import { type Html, html } from '../html.ts'
import type { FormState } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { time } from '../when.ts'
import type { DoorView } from './page.ts'

type Who = { id: string; name: string | null }

/** One person: the button, or since when they are in and the way back. `js/door.js` shows either, as it hears of it. */
export function presence(say: Say, view: DoorView, row: Expected, one: Who): Html {
  const { project, meeting, seen } = view
  const its = seen.get(one.id)
  const participant = one.id === row.id ? '' : one.id
  const name = one.name ?? ''
  const unless = (shown: boolean) => (shown ? null : html` hidden`)
  return html`<form class="door-press" method="post" action="${paths.doorDo(project, meeting, row, 'in')}" data-who="${one.id}" data-registration="${row.id}" data-participant="${participant}">${glanceFields(view)}<input type="hidden" name="participant" value="${participant}">
<button class="button" data-deed="in" aria-label="${say('door.in-of', { name })}"${unless(!its)}>${say('door.in')}</button>
<span class="badge confirmed door-in door-since"${unless(Boolean(its))}>${its ? since(say, view, its) : null}</span>
<span class="badge waiting door-doubled"${unless(Boolean(its?.doubled))}>${say('door.doubled')}</span>
<button class="button quiet door-in" data-deed="undone" formaction="${paths.doorDo(project, meeting, row, 'undo')}" aria-label="${say('door.undo-of', { name })}"${unless(Boolean(its))}>${say('door.undo')}</button></form>`
}

function since(say: Say, { meeting }: DoorView, { since }: Seen): string {
  return say('door.already', { time: time(since, meeting.zone, say.locale) })
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
