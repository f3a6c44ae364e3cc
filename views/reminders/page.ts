import type { Meeting, Project, Reminder } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary, tickBox } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { dayAndTime } from '../when.ts'

export type RemindersView = {
  project: Project
  meeting: Meeting
  /** The earliest first; `isDone`: nothing more comes of it, unless the meeting moves. */
  planned: (Pick<Reminder, 'hoursAhead'> & { at: Temporal.Instant; isDone: boolean })[]
  /** How many would be written to now. */
  people: number
  /** Hours ahead of the start. */
  choices: readonly number[]
}

export function remindersPage(say: Say, view: RemindersView, form: FormState): Page {
  const { project, meeting, planned } = view
  return {
    say,
    title: say('reminders.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'sign-up', project, meeting }),
    main: html`<p class="above"><a href="${paths.signUp(project, meeting)}">${say('workspace.sign-up')}</a></p>
<h1>${say('reminders.title')}</h1>
<p class="lead">${say('reminders.lead')}</p>
${planned.length === 0 ? html`<div class="empty"><p>${say('reminders.none')}</p></div>` : html`<ul class="needs">${planned.map((one) => item(say, view, one))}</ul>`}
<form class="card stack" method="post" action="${paths.reminders(project, meeting)}" novalidate>
${problemSummary(say, form)}
<fieldset class="stack"><legend><h2>${say('reminders.when')}</h2></legend>
${view.choices.map((hours) => tickBox(form, { name: `hours.${hours}`, label: ahead(say, hours) }))}</fieldset>
<p class="hint">${say('reminders.hint')}</p>
<p><a href="${paths.letterKind(project, 'reminder')}">${say('letter-texts.of-reminders')}</a></p>
<button class="button">${say('meeting-form.save')}</button>
</form>`,
  }
}

function item(
  say: Say,
  { meeting, people }: RemindersView,
  { hoursAhead, at, isDone }: RemindersView['planned'][number],
): Html {
  const when = dayAndTime(at, meeting.zone, say.locale)
  const told = isDone ? say('reminders.done') : whatComes(say, meeting, people)
  return html`<li>${ahead(say, hoursAhead)} <span class="hint">${when} · ${told}</span></li>`
}

function whatComes(say: Say, { status }: Meeting, people: number): string {
  return status === 'published' ? say('reminders.to', { people }) : say('reminders.waits')
}

function ahead(say: Say, hours: number): string {
  return hours % 24 === 0 ? say('reminders.days', { days: hours / 24 }) : say('reminders.hours', { hours })
}
