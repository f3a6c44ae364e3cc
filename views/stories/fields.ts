import { type Html, html } from '../html.ts'
import { choiceField, type FormState, textArea, textField } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import type { CallView } from './call.ts'

type Asked = Pick<CallView, 'types' | 'questions' | 'project'>

/** What is told: few fields first, then what this call asks besides. */
export function storyFields(say: Say, { types, questions, project }: Asked, form: FormState): Html {
  const options = types.map(({ type, minutes }) => ({
    value: type,
    label: `${say(`agenda.type.${type}`)} · ${say('call.minutes', { minutes })}`,
  }))
  return html`${textField(say, form, { name: 'title', label: say('call.title'), hint: say('call.title-hint'), required: true, max: 150, autocomplete: 'off' })}
${textArea(say, form, { name: 'abstract', label: say('call.abstract'), hint: say('call.abstract-hint'), required: true, max: 3000, rows: 5 })}
${types.length > 1 ? choiceField(say, form, { name: 'type', label: say('call.type'), options }) : null}
${questions.map((question) =>
  textArea(say, form, {
    name: `answers.${question.id}`,
    label: html`${words(say, question.label, project.locales)}${question.required ? null : html` <span class="hint">${say('call.optional')}</span>`}`,
    required: question.required,
    max: 1000,
    rows: 2,
  }),
)}`
}
