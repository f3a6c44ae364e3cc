import type { SpokenSlot } from '../../server/agenda/queries.ts'
import { type Content, type Html, html } from '../html.ts'
import type { FormState } from '../parts/fields.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { machine, time } from '../when.ts'
import type { AgendaView } from './page.ts'
import { seenField } from './seen.ts'
import { slotForm } from './slot-form.ts'
import { warned } from './warned.ts'

/** With a time, or without one in the tray. */
type Shown = SpokenSlot & { startsAt?: Temporal.Instant }

/** A slot of the draft with what can be done to it; or its form, when that is open. */
export function slotItem(say: Say, view: AgendaView, slot: Shown): Html {
  const { zone } = view.meeting
  return html`<li class="agenda-item" id="slot-${slot.slug}">
${slot.startsAt && html`<time datetime="${machine(slot.startsAt, zone)}">${time(slot.startsAt, zone, say.locale)}</time>`}
${view.open.slot?.slug === slot.slug ? editing(say, view, slot, view.open.slot.form) : card(say, view, slot)}
</li>`
}

function card(say: Say, view: AgendaView, slot: Shown): Html {
  const warnings = view.board.warnings.get(slot.id) ?? []
  return html`<article class="slot ${slot.type}${slot.internal ? ' internal' : ''}">
<h3>${words(say, slot.title, view.project.locales)}</h3>
<p class="facts">${facts(say, view, slot)}</p>
${warnings.length > 0 && html`<ul class="warnings">${warnings.map((warning) => html`<li>${warned(say, view, warning)}</li>`)}</ul>`}
${actions(say, view, slot)}
</article>`
}

function facts(say: Say, { board, project }: AgendaView, slot: Shown): Content {
  const room = board.rooms.find(({ id }) => id === slot.roomId)
  const told: Content[] = [
    say(`agenda.type.${slot.type}`),
    say('agenda.minutes', { minutes: slot.minutes }),
    room ? words(say, room.name, project.locales) : board.rooms.length > 0 && say('agenda.all-rooms'),
    slot.speakers.length > 0 && slot.speakers.map(({ name }) => name).join(', '),
    slot.gapMinutes > 0 && say('agenda.gap', { minutes: slot.gapMinutes }),
    slot.pinnedAt && html`<span class="badge">${say('agenda.pinned')}</span>`,
    slot.internal && html`<span class="badge">${say('agenda.internal')}</span>`,
  ]
  return told.filter(Boolean).map((fact, i) => (i === 0 ? fact : [' · ', fact]))
}

/** Every control has an id, so that htmx can give the focus back to it. */
function actions(say: Say, view: AgendaView, slot: Shown): Html {
  const { project, meeting } = view
  const title = plain(say, slot.title, project.locales)
  const edit = paths.agendaSlot(project, meeting, slot)
  const remove = paths.agendaSlotDo(project, meeting, slot, 'remove')
  return html`<div class="actions">
${move(say, view, slot, 'earlier')}${move(say, view, slot, 'later')}
<a id="edit-${slot.slug}" class="button quiet" href="${edit}" hx-get="${edit}" aria-label="${say('agenda.edit-of', { title })}">${say('agenda.edit')}</a>
<a class="link danger" href="${remove}" hx-post="${remove}" hx-confirm="${say('agenda.remove-slot', { title })}" aria-label="${say('agenda.remove-of', { title })}">${say('agenda.remove')}</a>
</div>`
}

function move(say: Say, { board, project, meeting }: AgendaView, slot: Shown, way: 'earlier' | 'later'): Html {
  const action = paths.agendaSlotDo(project, meeting, slot, way)
  const label = say(`agenda.${way}`, { title: plain(say, slot.title, project.locales) })
  return html`<form method="post" action="${action}" hx-post="${action}">${seenField(board)}<button id="${way}-${slot.slug}" class="button quiet arrow" aria-label="${label}">${way === 'earlier' ? '↑' : '↓'}</button></form>`
}

/** Its button is called as the link that led here, so that the focus comes back to that one. */
function editing(say: Say, view: AgendaView, slot: Shown, form: FormState): Html {
  const { project, meeting } = view
  const back = paths.agenda(project, meeting)
  const title = plain(say, slot.title, project.locales)
  const submit = html`<button id="edit-${slot.slug}">${say('agenda.save')}</button>
<a class="button quiet" href="${back}" hx-get="${back}">${say('agenda.cancel')}</a>`
  return html`<article class="slot editing"><h3 tabindex="-1" autofocus>${say('agenda.edit-of', { title })}</h3>
${slotForm(say, view, form, paths.agendaSlot(project, meeting, slot), submit)}
</article>`
}
