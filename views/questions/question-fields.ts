import type { Project } from '../../db/schema.ts'
import type { AnswerValue } from '../../server/questions/answer-value.ts'
import type { AskedQuestion } from '../../server/questions/queries.ts'
import { type Html, html } from '../html.ts'
import { type Field, type FormState, textArea, textField } from '../parts/fields.ts'
import { marked, plain, words } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { answerText } from './answer-text.ts'
import { choiceFields, countFields } from './choice-fields.ts'
import { onlyIfText } from './only-if.ts'

/** What was answered in other words than the question is put in now. */
export type Earlier = { wording: AskedQuestion['wording']; value: AnswerValue }

export type FieldsView = {
  project: Pick<Project, 'locales'>
  asked: readonly AskedQuestion[]
  /** How many come, where they are counted; null for one person. */
  seats: number | null
  earlier: ReadonlyMap<string, Earlier>
}

/** The fields of a meeting's own questions. One that is not for everybody says for whom; the script then hides it. */
export function questionFields(say: Say, view: FieldsView, form: FormState): Html[] {
  return view.asked.map((one) => {
    const { question, wording } = one
    const onlyIf = question.onlyIf
    const condition = onlyIf && html` data-only-if="${onlyIf.questionId}" data-answers="${onlyIf.answers.join(' ')}"`
    return html`<div class="question" data-question="${question.id}"${condition}${keptChoice(view, one)}>
${onlyIf ? html`<p class="hint only-if">${onlyIfText(say, view.project, view.asked, onlyIf)}</p>` : null}
<input type="hidden" name="worded.${question.id}" value="${wording.id}">
${answeredBefore(say, view, one)}
${fieldOf(say, view, one, form)}
</div>`
  })
}

function fieldOf(
  say: Say,
  { project, seats }: FieldsView,
  { question, wording }: AskedQuestion,
  form: FormState,
): Html {
  const { id, kind, required } = question
  const hint = hintOf(say, project, { question, wording })
  const field: Field = { name: `answers.${id}`, label: labelOf(say, project, { question, wording }), hint, required }
  if (seats !== null && ['choice', 'choices', 'yes-no'].includes(kind))
    return countFields(say, project, wording, kind, field, form)
  if (kind === 'choice' || kind === 'choices' || kind === 'yes-no')
    return choiceFields(say, project, wording, kind, field, form)
  if (kind === 'long-text') return textArea(say, form, { ...field, max: 2000, rows: 4 })
  if (kind === 'date') return textField(say, form, { ...field, type: 'date' })
  // A number field would empty what it takes for none, and a comma is one in three of our languages.
  return textField(say, form, kind === 'number' ? { ...field, numeric: 'decimal', max: 20 } : { ...field, max: 200 })
}

type Put = Pick<AskedQuestion, 'question' | 'wording'>

/** What the fields are called, where it is said what is wrong with them. */
export function questionLabels(say: Say, { locales }: Pick<Project, 'locales'>, asked: readonly Put[]) {
  return asked.map(({ question, wording }) => [`answers.${question.id}`, words(say, wording.label, locales)] as const)
}

export function labelOf(say: Say, { locales }: Pick<Project, 'locales'>, { question, wording }: Put): Html {
  const optional = question.required ? null : html` <span class="optional">${say('call.optional')}</span>`
  return html`${marked(say, wording.label, locales)}${optional}`
}

/** The organisers' explanation, and what is special about who reads the answer and how long it is kept. */
export function hintOf(say: Say, { locales }: Pick<Project, 'locales'>, { question, wording }: Put): Html | undefined {
  const { keepDays, visibleTo } = question
  const parts = [
    ...(plain(say, wording.hint, locales) === '' ? [] : [words(say, wording.hint, locales)]),
    ...(visibleTo.length === 0 ? [html`${say('questions.few-read')}`] : []),
    ...(visibleTo.includes('door') ? [html`${say('questions.door-reads')}`] : []),
    ...(keepDays === null ? [] : [html`${say('questions.gone-after', { days: keepDays })}`]),
  ]
  return parts.length === 0 ? undefined : html`${parts.map((part, i) => html`${i === 0 ? null : ' '}${part}`)}`
}

function answeredBefore(say: Say, { project, earlier }: FieldsView, { question }: AskedQuestion): Html | null {
  const before = earlier.get(question.id)
  if (!before) return null
  const asked = plain(say, before.wording.label, project.locales)
  const answer = answerText(say, project.locales, before.wording, before.value)
  return html`<p class="notice">${say('questions.reworded', { asked, answer })}</p>`
}

/** So that the script knows an answer that the form does not show again. */
function keptChoice({ earlier }: FieldsView, { question }: AskedQuestion): Html | null {
  const value = earlier.get(question.id)?.value
  const chosen = value && ('chosen' in value ? value.chosen : 'counts' in value ? Object.keys(value.counts) : [])
  return chosen ? html` data-kept="${chosen.join(' ')}"` : null
}
