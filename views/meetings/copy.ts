import type { Meeting, Project } from '../../db/schema.ts'
import { html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary, textField } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

export function copyPage(say: Say, project: Project, meeting: Meeting, form: FormState): Page {
  return {
    say,
    title: say('meeting-deed.copy-title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'overview', project, meeting }),
    main: html`<h1>${say('meeting-deed.copy-title')}</h1>
<form class="card stack" method="post" action="${paths.meetingDo(project, meeting, 'copy')}" novalidate>
${problemSummary(say, form)}
<p class="lead">${words(say, meeting.title, project.locales)}</p>
<p>${say('meeting-deed.copy-what')}</p>
${textField(say, form, { name: 'date', label: say('meeting-form.date'), type: 'date', required: true })}
${textField(say, form, { name: 'slug', label: say('meeting-form.slug'), required: true, max: 80, autocomplete: 'off' })}
<p class="row"><button class="button">${say('meeting-deed.copy')}</button> <a class="button quiet" href="${paths.overview(project, meeting)}">${say('meeting-deed.not-now')}</a></p>
</form>`,
  }
}
