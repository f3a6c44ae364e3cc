import type { Commitment, Meeting, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { choiceField, type FormState, inLanguages, onceField, problemSummary, textField } from '../parts/fields.ts'
import { plain } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

type View = { project: Project; meetings: Meeting[]; commitment: Commitment | null }
type Forms = { said: FormState; step: FormState | null }

/** Where a promise is put into words and, once it is made, followed up. */
export function commitmentFormPage(say: Say, view: View, { said, step }: Forms): Page {
  const { project, commitment } = view
  const title = say(commitment ? 'commitment.one' : 'commitments.new')
  return {
    say,
    title,
    colour: colourOf(project),
    workspace: workspace(say, { here: 'commitments', project }),
    main: html`<p class="above"><a href="${paths.commitmentsDesk(project)}">${say('commitments.title')}</a></p>
<h1>${title}</h1>
${commitment && step ? stepForm(say, project, commitment, step) : null}
${wordsForm(say, view, said)}
${commitment && !commitment.publishedAt ? deletion(say, project, commitment) : null}`,
  }
}

function wordsForm(say: Say, { project, meetings, commitment }: View, form: FormState): Html {
  const action = commitment ? paths.commitment(project, commitment) : paths.commitmentsDesk(project)
  const options = meetings.map(({ id, title }) => ({ value: id, label: plain(say, title, project.locales) }))
  const text = { locales: project.locales, rows: 3, max: 500 }
  return html`<form class="card stack" method="post" action="${action}" novalidate>
${commitment ? html`<h2>${say('commitment.words')}</h2>` : null}
${onceField(form)}${problemSummary(say, form)}
${inLanguages(say, form, { ...text, name: 'said', label: say('commitment.said'), hint: say('commitment.said-hint') })}
${inLanguages(say, form, { ...text, name: 'will', label: say('commitment.will'), hint: say('commitment.will-hint') })}
${inLanguages(say, form, { name: 'office', label: say('commitment.office'), locales: project.locales, max: 120 })}
${commitment ? null : textField(say, form, { name: 'dueOn', label: say('commitment.due-on'), type: 'date' })}
${choiceField(say, form, { name: 'meetingId', label: say('commitment.meeting'), options, empty: say('commitment.no-meeting') })}
<p><button class="button">${say('commitment.save')}</button></p>
</form>`
}

function stepForm(say: Say, project: Project, commitment: Commitment, form: FormState): Html {
  const states = (['promised', 'under-way', 'kept', 'dropped'] as const).map((value) => ({
    value,
    label: say(`commitment.state-${value}`),
  }))
  const text = { locales: project.locales, rows: 3, max: 500 }
  return html`<form class="card stack" method="post" action="${paths.commitmentDo(project, commitment, 'step')}" novalidate>
<h2>${say('commitment.follow-up')}</h2>
${problemSummary(say, form)}
${choiceField(say, form, { name: 'state', label: say('commitment.state'), options: states })}
${textField(say, form, { name: 'dueOn', label: say('commitment.due-on'), type: 'date' })}
${inLanguages(say, form, { ...text, name: 'did', label: say('commitment.did'), hint: say('commitment.did-hint') })}
${inLanguages(say, form, { ...text, name: 'note', label: say('commitment.note'), hint: say('commitment.note-hint') })}
<p><button class="button">${say('commitment.save')}</button></p>
</form>`
}

function deletion(say: Say, project: Project, commitment: Commitment): Html {
  return html`<form method="post" action="${paths.commitmentDo(project, commitment, 'delete')}"><p><button class="button danger">${say('commitment.delete')}</button></p></form>`
}
