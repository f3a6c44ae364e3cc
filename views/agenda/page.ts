import type { Meeting, Project } from '../../db/schema.ts'
import type { Board } from '../../server/agenda/board.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { conflictNotice, type HeldBack } from './conflict.ts'
import { slotPanel } from './panel.ts'
import { releaseBar } from './release-bar.ts'
import { roomsSection } from './rooms.ts'
import { dayTimeline } from './timeline.ts'
import { toolbar } from './toolbar.ts'
import { tray } from './tray.ts'

/** Which form stands open, filled with what: that of one slot or room, or of a new one. One of each at most. */
export type Open = {
  /** `quietly`: it stands open already, and the focus stays where it is. */
  slot?: { slug: string | null; form: FormState; quietly?: boolean }
  /** The form for a new slot, asked for. */
  adding?: boolean
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
  /** It follows upon a change of a slot: the rooms are as they were. */
  ofSlot?: boolean
  /** In answer to htmx, as often as anything changes. */
  isFragment?: boolean
  /** A change that was not made, because of what has been changed meanwhile. */
  held?: HeldBack | null
}

export function agendaPage(say: Say, view: AgendaView): Page {
  const { project, meeting } = view
  return {
    say,
    title: say('agenda.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'agenda', project, meeting, unconfirmed: view.board.unconfirmed }),
    scripts: ['agenda'],
    // Hundreds of slots: made only when the whole page is asked for.
    get main() {
      return html`<h1>${say('agenda.title')}</h1>
<p id="agenda-said" class="hidden" role="status">${view.said}</p>
${builder(say, view)}
${rooms(say, view)}`
    },
    fragments: {
      agenda: () => html`${builder(say, { ...view, isFragment: true })}
${view.ofSlot ? null : html`<hx-partial hx-target="#rooms" hx-swap="outerMorph">${rooms(say, view)}</hx-partial>`}
<hx-partial hx-target="#agenda-said" hx-swap="textContent">${view.said}</hx-partial>`,
    },
  }
}

/** The same element before and after: what moved keeps its focus, and is seen to move. */
function builder(say: Say, view: AgendaView): Html {
  const { board, project, meeting } = view
  const here = paths.agenda(project, meeting)
  return html`<div id="agenda" class="builder" data-agenda="${here}" data-seen="${board.seen}"${view.lost ? html` tabindex="-1" autofocus` : null} hx-target:inherited="#agenda" hx-swap:inherited="outerMorph" hx-sync:inherited="#agenda:queue all">
${conflictNotice(say, view)}${view.open.deed && problemSummary(say, view.open.deed.form)}
${releaseBar(say, view)}
${toolbar(say, view)}
<div id="slots" class="days">
${board.slots.length === 0 ? html`<p class="empty">${say('agenda.empty')}</p>` : null}
${board.days.map((one) => dayTimeline(say, view, one))}
</div>
<div class="beside">
${slotPanel(say, view)}
${tray(say, view)}
</div>
</div>`
}

/** Beside the agenda, so that what happens to slots alone need not send them again. */
function rooms(say: Say, view: AgendaView): Html {
  return html`<div id="rooms" hx-target:inherited="#agenda" hx-swap:inherited="outerMorph">${roomsSection(say, view)}</div>`
}
