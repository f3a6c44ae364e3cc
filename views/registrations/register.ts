import type { Group, Meeting, Project } from '../../db/schema.ts'
import type { AskedQuestion } from '../../server/questions/queries.ts'
import { type AgeQuestions, furtherFields } from '../guardianships/age-fields.ts'
import { type Content, type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { choiceField, type FormState, problemSummary, textField } from '../parts/fields.ts'
import { plain, words } from '../parts/texts.ts'
import { startText } from '../parts/when-and-where.ts'
import { paths } from '../paths.ts'
import { proofField, proofScripts } from '../proofs/proof-field.ts'
import { questionLabels } from '../questions/question-fields.ts'
import type { MessageKey, Say } from '../say.ts'
import { askedFields } from './asked-fields.ts'
import { emergencyLabels } from './emergency-fields.ts'
import { groupOptions } from './group-options.ts'

export type RegisterView = {
  project: Project
  meeting: Meeting
  groups: Group[]
  /** The meeting's own. */
  questions: AskedQuestion[]
  /** How many wait already when there is no place left; null while there is one. */
  waiting: number | null
  /** The groups, by id, in which one would have to wait although others would not. */
  waits: readonly string[]
  /** What follows from the age that was typed; null where no age is asked. */
  further: AgeQuestions | null
  /** What the reader's device has to solve; null where the meeting is not under attack. */
  challenge: string | null
  /** It has come back for what follows from what was said, not for a mistake. */
  asksOn: boolean
}

export function registerPage(say: Say, view: RegisterView, form: FormState): Page {
  const { project, meeting } = view
  const title = plain(say, meeting.title, project.locales)
  return {
    say,
    title: form.problems ? `${say('problem.summary', { count: form.problems.length })}: ${title}` : title,
    colour: colourOf(project),
    of: project,
    personal: true,
    improved: view.further !== null,
    scripts: [
      ...(view.questions.some(({ question }) => question.onlyIf) ? ['questions'] : []),
      ...proofScripts(view.challenge),
    ],
    fragments: view.further ? { further: () => furtherFields(say, view.further, form) } : {},
    main: html`<div class="register-page">
${above(say, view)}
<form class="card stack" method="post" action="${paths.register(project, meeting)}" novalidate>
${problemSummary(say, form, labels(say, view))}
${beforehand(say, view)}
${view.asksOn ? html`<p class="notice" role="status"><a href="#further">${say('register.further')}</a></p>` : null}
${fields(say, view, form)}
${askedFields(say, view, form)}
${proofField(say, project, view.challenge)}
<button class="button wide">${say(sending(view))}</button>
<p class="hint">${say('register.privacy', { days: meeting.keepDays })} <a href="${paths.privacy}">${say('site.privacy')}</a></p>
</form>
${meeting.takesClasses ? html`<p><a href="${paths.registerClass(project, meeting)}">${say('class.invitation')}</a></p>` : null}
</div>`,
  }
}

/** What whoever signs up now will get, if it is not a place at once. */
function beforehand(say: Say, { meeting, waiting }: RegisterView): Html | null {
  if (meeting.approval) return html`<p class="notice">${say('register.approval')}</p>`
  return waiting === null ? null : html`<p class="notice">${say('register.full', { waiting })}</p>`
}

function sending({ meeting, waiting }: RegisterView): MessageKey {
  if (meeting.approval) return 'register.ask'
  return waiting === null ? 'register.send' : 'register.queue'
}

/** When registration is not open: the reason, instead of a form filled in for nothing. */
export function closedPage(
  say: Say,
  { project, meeting }: Pick<RegisterView, 'project' | 'meeting'>,
  reason: string,
): Page {
  const title = plain(say, meeting.title, project.locales)
  return {
    say,
    title,
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="register-page">
${above(say, { project, meeting })}
<section class="card stack"><p class="notice">${reason}</p>
<p><a class="button quiet" href="${paths.meeting(project, meeting)}">${say('register.back')}</a></p></section>
</div>`,
  }
}

export function above(
  say: Say,
  { project, meeting }: Pick<RegisterView, 'project' | 'meeting'>,
  title = say('register.title'),
): Html {
  const when = startText(say, meeting)
  return html`<p class="above"><a href="${paths.project(project)}">${words(say, project.title, project.locales)}</a> · ${when}</p>
<h1><span class="above-title">${title}</span> <a href="${paths.meeting(project, meeting)}">${words(say, meeting.title, project.locales)}</a></h1>`
}

function labels(say: Say, { project, questions }: RegisterView): ReadonlyMap<string, Content> {
  const own = ['name', 'email', 'group'] as const
  return new Map<string, Content>([
    ...own.map((name) => [name, say(`register.${name}`)] as const),
    ...emergencyLabels(say),
    ...questionLabels(say, project, questions),
  ])
}

function fields(say: Say, { meeting, project, groups, waits }: RegisterView, form: FormState): Html {
  const isLeft = (id: string) => meeting.approval || !waits.includes(id)
  const options = groupOptions(say, project, groups).map((option) =>
    isLeft(option.value) ? option : { ...option, label: say('register.group-waits', { group: option.label }) },
  )
  return html`${textField(say, form, { name: 'name', label: say('register.name'), required: true, autocomplete: 'name', max: 100 })}
${textField(say, form, { name: 'email', label: say('register.email'), type: 'email', required: true, autocomplete: 'email', max: 254 })}
${choiceField(say, form, { name: 'group', label: say('register.group'), required: true, options, empty: say('register.group-empty') })}
<input type="hidden" name="language" value="${say.locale}">`
}
