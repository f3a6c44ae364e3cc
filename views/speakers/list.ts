import type { Meeting, Project, Slot, Speaker } from '../../db/schema.ts'
import type { Lack, List, Look } from '../../server/speakers/list.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import type { FormState } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { addToSlot } from './add-to-slot.ts'
import { speakerTable } from './table.ts'

export type ListView = {
  project: Project
  meeting: Meeting
  look: Look
  /** What the list can be narrowed to. */
  lacks: readonly Lack[]
  list: List
  slots: Slot[]
  /** Everybody the project knows. */
  known: Speaker[]
  /** After the meeting nothing is changed any more. */
  over: boolean
}

export function speakersPage(say: Say, view: ListView, form: FormState): Page {
  const { project, meeting, list } = view
  return {
    say,
    title: say('workspace.speakers'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'speakers', project, meeting, unconfirmed: list.unconfirmed }),
    fragments: { speakers: () => speakerTable(say, view) },
    main: html`<div class="stack"><h1>${say('workspace.speakers')}</h1>
${list.all === 0 ? empty(say, view) : html`${inviteAll(say, view)}${lookForm(say, view)}${speakerTable(say, view)}`}
${view.over || view.slots.length === 0 ? null : addToSlot(say, view, form)}</div>`,
  }
}

/** Somebody speaks as soon as they are named in a slot. */
function empty(say: Say, { project, meeting, slots }: ListView): Html {
  return html`<div class="empty"><p>${say(slots.length > 0 ? 'speakers.empty' : 'speakers.empty-agenda')}</p>
<p><a class="button quiet" href="${paths.agenda(project, meeting)}">${say('speakers.to-agenda')}</a></p></div>`
}

function inviteAll(say: Say, { project, meeting, list, over }: ListView): Html | null {
  if (list.invitable === 0 || over || meeting.status === 'cancelled') return null
  return html`<form class="notice row" method="post" action="${paths.speakers(project, meeting)}/invite">
<p>${say('speakers.invitable', { slots: list.invitable })}</p>
<button class="button small">${say('speakers.invite-all')}</button></form>`
}

/** A plain GET form, which htmx sends while people type. */
function lookForm(say: Say, { project, meeting, look, lacks, list }: ListView): Html {
  const action = paths.speakers(project, meeting)
  const shown = lacks.filter((lack) => list.counts[lack] > 0 || lack === look.missing)
  return html`<form class="row look" method="get" action="${action}" role="search" hx-get="${action}" hx-target="#speakers" hx-swap="outerHTML" hx-replace-url="true" hx-trigger="input delay:200ms">
<label>${say('desk.search')} <input type="search" name="search" value="${look.search}"></label>
<label>${say('speakers.missing')} <select name="missing"><option value="">${say('desk.all')} (${list.all})</option>${shown.map(
    (lack) =>
      html`<option value="${lack}"${lack === look.missing ? html` selected` : null}>${say(`speakers.lack.${lack}`)} (${list.counts[lack]})</option>`,
  )}</select></label>
<button class="button quiet">${say('desk.show')}</button>
</form>`
}
