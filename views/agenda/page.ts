import type { Meeting, Project } from '../../db/schema.ts'
import type { Board } from '../../server/agenda/board.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { day, timeSpan } from '../when.ts'
import { conflictNotice, type HeldBack } from './conflict.ts'
import { lateForm } from './late.ts'
import { releaseBar } from './release-bar.ts'
import { roomsSection } from './rooms.ts'
import { slotItem } from './slot.ts'
import { slotForm } from './slot-form.ts'
import { typedNext } from './typed.ts'

/** Which form stands open, filled with what: that of one slot or room, or of a new one. One of each at most. */
export type Open = {
  slot?: { slug: string | null; form: FormState }
  room?: { id: string | null; form: FormState }
  /** What was wrong where a slot was placed or stretched. */
  deed?: { slug: string; form: FormState }
  /** By how many minutes the day runs late. */
  late?: FormState
}

export type AgendaView = {
  project: Project
  meeting: Meeting
  board: Board
  open: Open
  /** What has just happened, for those who do not see it. */
  said: string
  /** What had the focus is gone: it goes to the agenda itself. */
  lost?: boolean
  /** A change that was not made, because of what has been changed meanwhile. */
  held?: HeldBack | null
}

export function agendaPage(say: Say, view: AgendaView): Page {
  const { project, meeting } = view
  return {
    say,
    title: say('agenda.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'agenda', project, meeting }),
    main: html`<h1>${say('agenda.title')}</h1>
<p id="agenda-said" class="hidden" role="status">${view.said}</p>
${board(say, view)}`,
    fragments: {
      agenda: () => html`${board(say, view)}
<hx-partial hx-target="#agenda-said" hx-swap="textContent">${view.said}</hx-partial>`,
    },
  }
}

function board(say: Say, view: AgendaView): Html {
  return html`<div id="agenda" class="stack"${view.lost ? html` tabindex="-1" autofocus` : null} hx-target:inherited="#agenda" hx-swap:inherited="outerHTML">
${conflictNotice(say, view)}${view.open.deed && problemSummary(say, view.open.deed.form)}
${lateForm(say, view)}
${releaseBar(say, view)}
${view.board.slots.length === 0 ? html`<p class="empty">${say('agenda.empty')}</p>` : null}
${view.board.days.map((one) => dayList(say, view, one))}
${tray(say, view)}
${adding(say, view)}
${roomsSection(say, view)}
</div>`
}

function dayList(say: Say, view: AgendaView, one: Board['days'][number]): Html {
  const { zone } = view.meeting
  const slots = view.board.timed.filter(({ dayId }) => dayId === one.id)
  return html`<section class="draft-day">
<h2>${day(one.startsAt, zone, say.locale)} <span class="hint">${timeSpan({ ...one, zone }, say.locale)}</span></h2>
${slots.length === 0 ? html`<p class="hint">${say('agenda.empty-day')}</p>` : html`<ol class="agenda draft">${slots.map((slot) => slotItem(say, view, slot))}</ol>`}
</section>`
}

function tray(say: Say, view: AgendaView): Html | null {
  const { tray } = view.board
  if (tray.length === 0) return null
  return html`<section class="tray">
<h2>${say('agenda.tray')} <span class="badge">${tray.length}</span></h2>
<p class="hint">${say('agenda.tray-hint')}</p>
<ul class="agenda draft">${tray.map((slot) => slotItem(say, view, slot))}</ul>
</section>`
}

/** Not while a slot is being edited: two such forms would have fields of the same name and id. */
function adding(say: Say, view: AgendaView): Html {
  const { project, meeting, open, board } = view
  if (open.slot && open.slot.slug !== null)
    return html`<p><a class="button quiet" href="${paths.agenda(project, meeting)}" hx-get="${paths.agenda(project, meeting)}">${say('agenda.add')}</a></p>`
  const form = open.slot?.form ?? { typed: { ...typedNext(board), once: board.once }, problems: null }
  return html`<section class="card adding"><h2>${say('agenda.add')}</h2>
${slotForm(say, view, form, paths.agendaSlots(project, meeting), html`<button id="add-slot">${say('agenda.add')}</button>`)}
</section>`
}
