import type { Call, Meeting, Project, Story } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary, textArea } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { callPlace } from './desk.ts'
import { meetingField } from './story.ts'

export type DecisionView = {
  project: Project
  meeting: Meeting | null
  call: Call
  decision: 'accepted' | 'rejected'
  /** Those it is about, and those of the chosen that are decided or withdrawn already. */
  open: Story[]
  settled: Story[]
  letters: number
  meetings: Meeting[]
}

/** Says what will happen, and to how many, before it does. */
export function decisionPage(say: Say, view: DecisionView, form: FormState): Page {
  const { project, meeting, decision, open } = view
  const title = say(open.length === 0 ? 'decision.nothing' : `decision.${decision}`, { stories: open.length })
  return {
    say,
    title,
    colour: colourOf(project),
    workspace: workspace(say, callPlace(project, meeting)),
    main: html`<section class="card stack"><h1>${title}</h1>
${titles(open)}
${view.settled.length > 0 ? html`<div class="notice"><p>${say('decision.settled')}</p>${titles(view.settled)}</div>` : null}
${open.length > 0 ? confirmation(say, view, form) : html`<p><a class="button quiet" href="${paths.stories(project, meeting)}">${say('stories.back')}</a></p>`}
</section>`,
  }
}

function titles(stories: readonly Story[]): Html | null {
  if (stories.length === 0) return null
  return html`<ul>${stories.map(({ title, language }) => html`<li lang="${language}">${title}</li>`)}</ul>`
}

function confirmation(say: Say, view: DecisionView, form: FormState): Html {
  const { project, meeting, meetings, call, decision, open, letters } = view
  return html`<form class="stack" method="post" action="${paths.storiesDecide(project, 'decide')}" novalidate>
${problemSummary(say, form)}
<input type="hidden" name="call" value="${call.id}"><input type="hidden" name="decision" value="${decision}">
${open.map(({ id }) => html`<input type="hidden" name="story.${id}" value="yes">`)}
<p>${say(`decision.${decision}-what`)}</p>
<p><strong>${say('meeting-deed.letters', { people: letters })}</strong></p>
${decision === 'accepted' && !meeting ? meetingField(say, form, project, meetings) : null}
${decision === 'rejected' ? textArea(say, form, { name: 'line', label: say('decision.line'), hint: say('decision.line-hint'), max: 1000, rows: 3 }) : null}
<p class="row"><button class="button${decision === 'rejected' ? ' danger' : ''}">${say(`decision.${decision}-send`)}</button>
<a class="button quiet" href="${paths.stories(project, meeting)}">${say('meeting-deed.not-now')}</a></p>
</form>`
}
