import type { SpokenSlot } from '../../server/agenda/queries.ts'
import { type Html, html } from '../html.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { AgendaView } from './page.ts'
import { placeFields } from './place-form.ts'
import { seenField } from './seen.ts'
import { called, current, opening, slotFacts } from './slot.ts'
import { slotForm } from './slot-form.ts'
import { typedNext } from './typed.ts'

/** What has no time yet. Where it shall go is said once, above; each story's button then puts it there. */
export function tray(say: Say, view: AgendaView): Html {
  const { board } = view
  return html`<section class="tray" aria-labelledby="tray" data-tray>
<h2 id="tray">${say('agenda.tray')} <span class="hint">${board.tray.length}</span></h2>
${board.tray.length === 0 ? html`<p class="hint">${say('agenda.tray-empty')}</p>` : placing(say, view)}
${add(say, view)}
<p class="hint keys">${say('agenda.keys')}</p>
</section>`
}

function placing(say: Say, view: AgendaView): Html {
  return html`<form class="placing" method="post" action="${paths.agenda(view.project, view.meeting)}">
${seenField(view.board)}
<details class="tray-where" id="tray-where"><summary>${say('agenda.tray-hint')}</summary>${placeFields(say, view, 'tray')}</details>
<ul>${view.board.tray.map((slot) => waiting(say, view, slot))}</ul>
</form>`
}

function waiting(say: Say, view: AgendaView, slot: SpokenSlot): Html {
  const { project, meeting } = view
  const place = paths.agendaSlotDo(project, meeting, slot, 'place')
  const label = say('agenda.place-of', { title: plain(say, slot.title, project.locales) })
  return html`<li><a id="slot-${slot.slug}" class="${slot.type}" href="${opening(view, slot)}"${current(view, slot)}>${called(say, view, slot)}<i>${slotFacts(say, view, slot)}</i></a>
<button class="place" id="place-${slot.slug}" formaction="${place}" hx-post="${place}" aria-label="${label}">${say('agenda.place')}</button></li>
`
}

/** Not while another slot stands open: two such forms would have fields of the same name and id. */
function add(say: Say, view: AgendaView): Html | null {
  const { project, meeting, open, board } = view
  if (open.slot && open.slot.slug !== null) return null
  const href = `${paths.agenda(project, meeting)}?slot=`
  const isAdding = open.adding || open.slot || board.slots.length === 0
  if (!isAdding)
    return html`<p><a id="adding" class="button quiet wide" href="${href}" hx-get="${href}">+ ${say('agenda.add')}</a></p>`
  const form = open.slot?.form ?? { typed: { ...typedNext(board), once: board.once }, problems: null }
  const submit = html`<input type="hidden" name="open" value=""><button id="add-slot" class="button small">${say('agenda.add')}</button>`
  return html`<section class="adding" id="adding"><h3 tabindex="-1"${open.adding ? html` autofocus` : null}>${say('agenda.add')}</h3>
${slotForm(say, view, form, paths.agendaSlots(project, meeting), submit)}</section>`
}
