import type { Meeting, Project, Room } from '../../db/schema.ts'
import type { SheetSlot } from '../../server/run-sheet/queries.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { choiceField, type FormState, onceField, problemSummary, textField } from '../parts/fields.ts'
import { plain } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { time } from '../when.ts'
import { sheetSlot } from './slot.ts'

export type RunSheetView = {
  project: Project
  meeting: Meeting
  rooms: Room[]
  lines: SheetSlot[]
  mayPlan: boolean
  now: Temporal.Instant
}

/** The day, minute by minute: what runs, what is next, and who does what around it. */
export function runSheetPage(say: Say, view: RunSheetView, form: FormState): Page {
  const { project, meeting, lines, mayPlan } = view
  return {
    say,
    title: say('run-sheet.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'run-sheet', project, meeting }),
    scripts: ['live', 'countdown'],
    main: html`<h1>${say('run-sheet.title')}</h1>
<p class="lead">${say('run-sheet.lead')}</p>
${lines.length === 0 ? html`<section class="empty"><p>${say('run-sheet.empty')}</p></section>` : sheet(say, view)}
${mayPlan && lines.length > 0 ? addForm(say, view, form) : null}`,
  }
}

function sheet(say: Say, view: RunSheetView): Html {
  const { project, meeting, lines } = view
  return html`<ol class="run-sheet" role="list" id="run-sheet" data-live="${paths.live(project, meeting)}">${lines.map((line) => sheetSlot(say, view, line))}</ol>`
}

function addForm(say: Say, { project, meeting, lines }: RunSheetView, form: FormState): Html {
  const options = lines.map(({ id, title, startsAt }) => ({
    value: id,
    label: `${time(startsAt, meeting.zone, say.locale)} ${plain(say, title, project.locales)}`,
  }))
  return html`<form class="card stack no-print" id="add" method="post" action="${paths.runSheet(project, meeting)}" novalidate>
<h2>${say('run-sheet.add')}</h2>
${onceField(form)}${problemSummary(say, form)}
${choiceField(say, form, { name: 'slotId', label: say('run-sheet.slot'), options })}
${textField(say, form, { name: 'offset', label: say('run-sheet.offset'), hint: say('run-sheet.offset-hint'), type: 'number' })}
${textField(say, form, { name: 'text', label: say('run-sheet.text'), required: true, max: 200 })}
${textField(say, form, { name: 'who', label: say('run-sheet.who'), max: 80 })}
<p><button class="button">${say('run-sheet.save')}</button></p>
</form>`
}
