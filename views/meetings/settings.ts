import type { Meeting, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { meetingFields } from './fields.ts'

/** `people`: how many would be written to if date, place or title changed. */
export type SettingsView = { project: Project; meeting: Meeting; people: number }

export function settingsPage(say: Say, view: SettingsView, form: FormState): Page {
  const { project, meeting } = view
  return {
    say,
    title: say('workspace.settings'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'meeting-settings', project, meeting }),
    main: html`<h1>${say('workspace.settings')}</h1>
${meeting.status === 'cancelled' ? html`<p class="notice">${say('meeting.is-cancelled')}</p>` : editor(say, view, form)}`,
  }
}

function editor(say: Say, { project, meeting, people }: SettingsView, form: FormState): Html {
  return html`<form class="stack meeting-form" method="post" action="${paths.meetingSettings(project, meeting)}" novalidate>
${problemSummary(say, form)}
${meeting.status === 'postponed' ? html`<p class="notice">${say('meeting.needs-new-date')}</p>` : null}
${meetingFields(say, form, project, meeting)}
${people > 0 ? html`<p class="notice">${say('meeting-form.letters', { people })}</p>` : null}
<p class="row"><button class="button">${say('meeting-form.save')}</button> <a class="button quiet" href="${paths.overview(project, meeting)}">${say('meeting-form.back')}</a></p>
</form>`
}
