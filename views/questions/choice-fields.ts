import type { Project, QuestionKind, Wording } from '../../db/schema.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Field, type FormState, fieldId, textField, tickBox } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import type { Say } from '../say.ts'

type Locales = Pick<Project, 'locales'>
type Option = { id: string; label: Content }

/** One of the answers, or several; what may stay unanswered can be taken back. */
export function choiceFields(
  say: Say,
  project: Locales,
  wording: Wording,
  kind: QuestionKind,
  field: Field,
  form: FormState,
): Html {
  const options = optionsOf(say, project, wording, kind)
  if (kind === 'choices')
    return group(
      say,
      form,
      field,
      options.map(({ id, label }) => tickBox(form, { name: `${field.name}.${id}`, label })),
    )
  const none = field.required ? [] : [{ id: '', label: say('questions.no-answer') }]
  return group(
    say,
    form,
    field,
    [...options, ...none].map((option) => radio(form, field, option)),
  )
}

/** For a class: how many of them. */
export function countFields(
  say: Say,
  project: Locales,
  wording: Wording,
  kind: QuestionKind,
  field: Field,
  form: FormState,
): Html {
  const counts = optionsOf(say, project, wording, kind).map(({ id, label }) =>
    textField(say, form, { name: `${field.name}.${id}`, label, numeric: true, max: 5, autocomplete: 'off' }),
  )
  return group(say, form, field, [
    html`<p class="hint">${say('questions.how-many')}</p>`,
    html`<div class="question-counts">${counts}</div>`,
  ])
}

export function optionsOf(say: Say, { locales }: Locales, { options }: Wording, kind: QuestionKind): Option[] {
  if (kind !== 'yes-no') return options.map(({ id, label }) => ({ id, label: words(say, label, locales) }))
  return [
    { id: 'yes', label: say('questions.yes') },
    { id: 'no', label: say('questions.no') },
  ]
}

function radio({ typed }: FormState, { name }: Field, { id, label }: Option): Html {
  const isChosen = (typed[name] ?? '') === id
  return html`<p class="field tick"><label><input type="radio" name="${name}" value="${id}"${isChosen && (id !== '' || name in typed) ? html` checked` : null}> ${label}</label></p>`
}

function group(say: Say, form: FormState, field: Field, inside: readonly Html[]): Html {
  const id = fieldId(field.name)
  const problem = form.problems?.find((one) => one.field === field.name)
  const told = [field.hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ')
  return html`<fieldset class="field${problem ? ' wrong' : ''}" id="${id}"${told ? html` aria-describedby="${told}"` : null}><legend>${field.label}</legend>
${field.hint ? html`<p class="hint" id="${id}-hint">${field.hint}</p>` : null}
${inside}
${problem ? html`<p class="problem" id="${id}-problem">${say(problem.key, problem.values)}</p>` : null}</fieldset>`
}
