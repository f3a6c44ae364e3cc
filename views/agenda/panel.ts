import type { SpokenSlot } from '../../server/agenda/queries.ts'
import { type Content, type Html, html } from '../html.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { timeSpan } from '../when.ts'
import type { AgendaView } from './page.ts'
import { placeFields } from './place-form.ts'
import { seenField } from './seen.ts'
import { slotFacts } from './slot.ts'
import { slotForm } from './slot-form.ts'
import { warned } from './warned.ts'

/** The slot that stands open: what is wrong with it, everything that can be done to it, and its form. */
export function slotPanel(say: Say, view: AgendaView): Html | null {
  const { board, open, project } = view
  const slot = board.slots.find(({ slug }) => slug === open.slot?.slug)
  if (!slot || !open.slot) return null
  return html`<section id="panel" class="panel" aria-labelledby="panel-title" data-slot="${slot.slug}">
<header><h2 id="panel-title" tabindex="-1"${open.slot.quietly ? null : html` autofocus`}>${words(say, slot.title, project.locales)}</h2>${leave(say, view, slot)}</header>
<p class="hint">${when(say, view, slot)}${slotFacts(say, view, slot)}</p>
${warnings(say, view, slot)}
${deeds(say, view, slot)}
${slotForm(say, view, open.slot.form, paths.agendaSlot(project, view.meeting, slot), save(say, view, slot))}
${signUp(say, view, slot)}${remove(say, view, slot)}
</section>`
}

function leave(say: Say, { project, meeting }: AgendaView, slot: SpokenSlot): Html {
  const here = paths.agenda(project, meeting)
  return html`<a id="leave" class="button quiet" href="${here}#slot-${slot.slug}" hx-get="${here}" aria-label="${say('agenda.leave')}">×</a>`
}

function when(say: Say, { board, meeting: { zone } }: AgendaView, { id }: SpokenSlot): Content {
  const timed = board.timed.find((one) => one.id === id)
  return timed && [timeSpan({ ...timed, zone }, say.locale), ' · ']
}

function warnings(say: Say, view: AgendaView, { id }: SpokenSlot): Html | null {
  const found = view.board.warnings.get(id) ?? []
  if (found.length === 0) return null
  return html`<ul class="warnings">${found.map((warning) => html`<li>${warned(say, view, warning)}</li>`)}</ul>`
}

/** Each its own form, so that none needs a script. */
function deeds(say: Say, view: AgendaView, slot: SpokenSlot): Html {
  const placed = slot.dayId !== null
  const typed = { day: slot.dayId ?? '', room: slot.roomId ?? '' }
  return html`<div class="deeds">
${placed && [move(say, view, slot, 'earlier'), move(say, view, slot, 'later')]}
${[-5, 5].map((by) => stretch(say, view, slot, by))}
${placed && pin(say, view, slot)}
${placed && deed(view, slot, 'place', html`<input type="hidden" name="day" value="">`, say('agenda.to-tray'))}
</div>
<details class="slot-more" id="place-elsewhere"${placed ? null : html` open`}><summary>${say(placed ? 'agenda.place-elsewhere' : 'agenda.place')}</summary>
${deed(view, slot, 'place', placeFields(say, view, 'panel', placed ? typed : undefined), say('agenda.place'))}</details>`
}

function move(say: Say, view: AgendaView, slot: SpokenSlot, way: 'earlier' | 'later'): Html {
  const label = say(`agenda.${way}`, { title: plain(say, slot.title, view.project.locales) })
  const arrow = html`<span aria-hidden="true">${way === 'earlier' ? '↑' : '↓'}</span><span class="unseen">${label}</span>`
  return deed(view, slot, way, null, arrow)
}

function stretch(say: Say, view: AgendaView, slot: SpokenSlot, by: number): Html | null {
  const minutes = slot.minutes + by
  if (minutes < 1 || minutes > 1440) return null
  const field = html`<input type="hidden" name="minutes" value="${minutes}">`
  return deed(
    view,
    slot,
    'stretch',
    field,
    say('agenda.stretch', { by: by < 0 ? `−${-by}` : `+${by}` }),
    by < 0 ? 'shorter' : 'longer',
  )
}

function pin(say: Say, view: AgendaView, slot: SpokenSlot): Html {
  const pinned = slot.pinnedAt !== null
  const field = html`<input type="hidden" name="pinned" value="${pinned ? '' : 'yes'}">`
  return deed(view, slot, 'pin', field, say(pinned ? 'agenda.unpin' : 'agenda.pin'))
}

type Deed = 'earlier' | 'later' | 'stretch' | 'pin' | 'place'

/** The slot stays open after it. Every button has an id, so that the focus comes back to it. */
function deed(
  view: AgendaView,
  slot: SpokenSlot,
  what: Deed,
  fields: Content,
  label: Content,
  id: string = what,
): Html {
  const action = paths.agendaSlotDo(view.project, view.meeting, slot, what)
  return html`<form class="deed" method="post" action="${action}" hx-post="${action}">${seenField(view.board)}<input type="hidden" name="open" value="${slot.slug}">${fields}<button id="${id}-${slot.slug}" class="button quiet">${label}</button></form>`
}

function save(say: Say, view: AgendaView, slot: SpokenSlot): Html {
  const here = paths.agenda(view.project, view.meeting)
  return html`<button id="edit-${slot.slug}" class="button small">${say('agenda.save')}</button>
<a class="button quiet" href="${here}#slot-${slot.slug}" hx-get="${here}">${say('agenda.cancel')}</a>`
}

/** Where one sets for how many people it has room. */
function signUp(say: Say, { project, meeting }: AgendaView, slot: SpokenSlot): Html | null {
  if (slot.type !== 'workshop') return null
  return html`<a class="link" href="${paths.workshops(project, meeting)}#${slot.slug}">${say('workshops.sign-up')}</a>`
}

function remove(say: Say, { project, meeting }: AgendaView, slot: SpokenSlot): Html {
  const title = plain(say, slot.title, project.locales)
  const action = paths.agendaSlotDo(project, meeting, slot, 'remove')
  return html`<a class="link danger" href="${action}" hx-post="${action}" aria-label="${say('agenda.remove-of', { title })}">${say('agenda.remove')}</a>`
}
