import type { Meeting, Project, QuestionKind, Role } from '../../db/schema.ts'
import type { AskedQuestion } from '../../server/questions/queries.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import {
  choiceField,
  type FormState,
  fieldId,
  inLanguages,
  onceField,
  problemSummary,
  textField,
  tickBox,
} from '../parts/fields.ts'
import { plain } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import { fieldRow, rowNumbers } from '../projects/rows.ts'
import type { Say } from '../say.ts'
import { conditionFields } from './condition-fields.ts'

export type QuestionView = {
  project: Project
  meeting: Meeting
  kind: QuestionKind
  /** Null for a new one. */
  own: (AskedQuestion & { isAnswered: boolean }) | null
  /** What is asked before it. */
  earlier: AskedQuestion[]
  readers: readonly Extract<Role, 'organiser' | 'door'>[]
}

export function questionPage(say: Say, view: QuestionView, form: FormState): Page {
  const { project, meeting, kind, own } = view
  const title = own ? plain(say, own.wording.label, project.locales) : say('questions.new')
  return {
    say,
    title,
    colour: colourOf(project),
    workspace: workspace(say, { here: 'sign-up', project, meeting }),
    main: html`<div class="stack"><p class="above"><a href="${paths.questions(project, meeting)}">${say('questions.title')}</a></p>
<h1>${title}</h1>
<p class="lead">${say(`questions.kind.${kind}`)}</p>
${own?.isAnswered ? html`<p class="notice">${say('questions.reworded-hint')}</p>` : null}
<form class="stack meeting-form" method="post" action="${own ? paths.question(project, meeting, own.question) : `${paths.questions(project, meeting)}?kind=${kind}`}" novalidate>
${onceField(form)}${problemSummary(say, form)}
${wording(say, view, form)}
${asking(say, view, form)}
${conditionFields(say, view, form)}
${keeping(say, view, form)}
<p class="row"><button class="button">${say('meeting-form.save')}</button> <a class="button quiet" href="${paths.questions(project, meeting)}">${say('meeting-form.back')}</a></p>
</form></div>`,
  }
}

function wording(say: Say, view: QuestionView, form: FormState): Html {
  const { kind, project } = view
  const { locales } = project
  return html`<section class="card stack"><h2>${say('questions.wording')}</h2>
${inLanguages(say, form, { name: 'label', label: say('questions.label'), hint: say('questions.label-hint'), locales, max: 300 })}
${inLanguages(say, form, { name: 'hint', label: say('questions.hint'), hint: say('questions.hint-hint'), locales, rows: 2, max: 500 })}
${kind === 'choice' || kind === 'choices' ? options(say, view, form) : null}</section>`
}

/** Room for a whole list at once: whoever signs up meanwhile does not choose from half of it. */
function options(say: Say, { project: { locales }, own }: QuestionView, form: FormState): Html {
  return html`<div class="stack question-options" id="${fieldId('options')}"><h3>${say('questions.options')}</h3>
<p class="hint">${say('settings.rows-hint')}</p>${problem(say, form, 'options')}
${rowNumbers(form, 'options', own ? 2 : 5).map((number, index) => {
  const at = `options.${number}`
  return fieldRow(say, form, at, say('settings.row', { number: index + 1 }), [
    html`<input type="hidden" name="${at}.id" value="${form.typed[`${at}.id`] ?? ''}">`,
    inLanguages(say, form, { name: `${at}.label`, label: say('questions.option'), locales, max: 150 }),
  ])
})}</div>`
}

function asking(say: Say, { kind }: QuestionView, form: FormState): Html {
  const moments = [
    { value: 'at-sign-up', label: say('questions.at-sign-up') },
    { value: 'with-place', label: say('questions.with-place') },
  ]
  const when = { name: 'asked', label: say('questions.asked'), hint: say('questions.asked-hint'), options: moments }
  return html`<section class="card stack"><h2>${say('questions.asking')}</h2>
${tickBox(form, { name: 'required', label: say('questions.required') })}
${kind === 'file' ? html`<p class="hint">${say('questions.file-when')}</p>` : choiceField(say, form, when)}</section>`
}

function keeping(say: Say, { meeting, readers }: QuestionView, form: FormState): Html {
  return html`<section class="card stack"><h2>${say('questions.keeping')}</h2>
<fieldset id="${fieldId('visibleTo')}"><legend>${say('questions.visible-to')}</legend>
<p class="hint">${say('questions.visible-hint')}</p>
${readers.map((role) => tickBox(form, { name: `visibleTo.${role}`, label: say(`questions.reader.${role}`) }))}
${problem(say, form, 'visibleTo')}</fieldset>
${textField(say, form, { name: 'keepDays', label: say('questions.keep-days'), hint: say('questions.keep-hint', { days: meeting.keepDays }), type: 'number', autocomplete: 'off' })}</section>`
}

function problem(say: Say, form: FormState, name: string): Html | null {
  const found = form.problems?.find(({ field }) => field === name)
  return found ? html`<p class="problem">${say(found.key, found.values)}</p>` : null
}
