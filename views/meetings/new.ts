import type { Project } from '../../db/schema.ts'
import { html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { meetingFields } from './fields.ts'

export function newMeetingPage(say: Say, project: Project, form: FormState): Page {
  return {
    say,
    title: say('meeting-form.new'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'project', project }),
    main: html`<h1>${say('meeting-form.new')}</h1>
<form class="stack meeting-form" method="post" action="${paths.newMeeting(project)}" novalidate>
${problemSummary(say, form)}
${meetingFields(say, form, project, null)}
<p class="row"><button class="button">${say('meeting-form.create')}</button> <a class="button quiet" href="${paths.workspace(project)}">${say('meeting-form.back')}</a></p>
<p class="hint">${say('meeting-form.draft-first')}</p>
</form>`,
  }
}
