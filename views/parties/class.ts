import type { Group, Meeting, Project } from '../../db/schema.ts'
import type { Doubtful } from '../../server/parties/pasted-names.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { choiceField, type FormState, problemSummary, textArea, textField } from '../parts/fields.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import { proofField, proofScripts } from '../proofs/proof-field.ts'
import { groupOptions } from '../registrations/group-options.ts'
import { above } from '../registrations/register.ts'
import type { Say } from '../say.ts'
import { doubtsNotice, readField } from './doubts.ts'

export type ClassView = {
  project: Project
  meeting: Meeting
  groups: Group[]
  /** Places nobody has at the moment, and the most that can ever come together. */
  free: number
  most: number
  /** What the reader's device has to solve; null where the meeting is not under attack. */
  challenge: string | null
  /** What of the list somebody should look at before it is sent again. */
  doubts: Doubtful[]
}

export function classPage(say: Say, view: ClassView, form: FormState): Page {
  const { project, meeting } = view
  const title = `${say('class.title')} ${plain(say, meeting.title, project.locales)}`
  return {
    say,
    title: form.problems ? `${say('problem.summary', { count: form.problems.length })}: ${title}` : title,
    colour: colourOf(project),
    of: project,
    personal: true,
    scripts: proofScripts(view.challenge),
    main: html`<div class="register-page">
${above(say, view, say('class.title'))}
<form class="card stack" method="post" action="${paths.registerClass(project, meeting)}" novalidate>
${problemSummary(say, form)}
${doubtsNotice(say, view.doubts, 'names')}
<p>${say('class.lead')}</p>
<p class="notice">${say('class.most', { most: view.most })} ${meeting.approval ? say('class.approval') : say('class.free', { free: view.free })}</p>
${who(say, view, form)}
${pupils(say, form)}
<p>${say('class.vouch')}</p>
${proofField(say, project, view.challenge)}
<button class="button wide">${say('class.send')}</button>
<p class="hint">${say('class.privacy', { days: meeting.keepDays })} <a href="${paths.privacy}">${say('site.privacy')}</a></p>
</form>
</div>`,
  }
}

function who(say: Say, { project, groups }: ClassView, form: FormState): Html {
  const options = groupOptions(say, project, groups)
  return html`${textField(say, form, { name: 'name', label: say('class.name'), required: true, autocomplete: 'name', max: 100 })}
${textField(say, form, { name: 'email', label: say('class.email'), type: 'email', required: true, autocomplete: 'email', max: 254 })}
${textField(say, form, { name: 'className', label: say('class.class-name'), hint: say('class.class-name-hint'), required: true, autocomplete: 'off', max: 40 })}
${choiceField(say, form, { name: 'group', label: say('class.group'), required: true, options, empty: say('register.group-empty') })}`
}

function pupils(say: Say, form: FormState): Html {
  return html`${textField(say, form, { name: 'adults', label: say('class.adults'), hint: say('class.adults-hint'), type: 'number', required: true })}
${textField(say, form, { name: 'pupils', label: say('class.pupils'), hint: say('class.pupils-hint'), type: 'number' })}
${textArea(say, form, { name: 'names', label: say('class.names'), hint: say('class.names-hint'), rows: 6, autocomplete: 'off' })}
<input type="hidden" name="language" value="${say.locale}">${readField(form)}`
}
