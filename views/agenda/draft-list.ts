import type { Meeting, Project } from '../../db/schema.ts'
import type { DraftAgenda, SpokenSlot } from '../../server/agenda/queries.ts'
import type { TimedSlot } from '../../server/agenda/timetable.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { table } from '../parts/table.ts'
import { words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import type { Say } from '../say.ts'
import { day, machine, timeSpan } from '../when.ts'

export type DraftView = {
  project: Project
  meeting: Meeting
  draft: DraftAgenda
  timed: readonly TimedSlot<SpokenSlot>[]
  /** Whether the public has been shown less, or other things. */
  isAhead: boolean
}

/** The agenda as its organisers plan it, to be read by those who lead through it. */
export function draftListPage(say: Say, view: DraftView): Page {
  const { project, meeting, draft, timed } = view
  return {
    say,
    title: say('agenda.title'),
    colour: colourOf(project),
    personal: true,
    workspace: workspace(say, { here: 'agenda', project, meeting }),
    main: html`<h1>${say('agenda.title')}</h1>
<p class="lead">${say('agenda.reading-lead')}</p>
${view.isAhead ? html`<p class="notice">${say('agenda.reading-ahead')}</p>` : null}
${timed.length === 0 ? html`<div class="empty"><p>${say('agenda.reading-empty')}</p></div>` : null}
${draft.days.map((one) => dayTable(say, view, one))}`,
  }
}

function dayTable(say: Say, { project, meeting, draft, timed }: DraftView, one: DraftAgenda['days'][number]) {
  const slots = timed.filter(({ dayId }) => dayId === one.id)
  if (slots.length === 0) return null
  const title = day(one.startsAt, meeting.zone, say.locale)
  const heads = (['when', 'what', 'who', 'room'] as const).map((column) => say(`agenda.reading-${column}`))
  const rows = slots.map((slot) => slotRow(say, { project, meeting, draft }, slot))
  return html`<section class="stack"><h2>${title}</h2>
${table(title, heads, rows)}</section>`
}

function slotRow(
  say: Say,
  { project, meeting, draft }: Pick<DraftView, 'project' | 'meeting' | 'draft'>,
  slot: TimedSlot<SpokenSlot>,
): Html {
  const room = draft.rooms.find(({ id }) => id === slot.roomId)
  return html`<tr>
<td><time datetime="${machine(slot.startsAt, meeting.zone)}">${timeSpan({ ...slot, zone: meeting.zone }, say.locale)}</time></td>
<th scope="row">${words(say, slot.title, project.locales)}<br><span class="hint">${say(`agenda.type.${slot.type}`)}</span></th>
<td>${slot.speakers.map(({ name }) => name).join(', ')}</td>
<td>${room ? words(say, room.name, project.locales) : null}</td>
</tr>`
}
