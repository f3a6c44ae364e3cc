import type { Project } from '../../db/schema.ts'
import type { AskedQuestion } from '../../server/questions/queries.ts'
import { type Html, html } from '../html.ts'
import { type FormState, fieldId, tickBox } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { optionsOf } from './choice-fields.ts'

type ConditionView = { project: Project; earlier: AskedQuestion[] }

/** Which answers to an earlier question it is only asked after; nothing while there is none to choose from. */
export function conditionFields(say: Say, { project, earlier }: ConditionView, form: FormState): Html | null {
  const possible = earlier.filter(({ question }) => ['choice', 'choices', 'yes-no'].includes(question.kind))
  const problem = form.problems?.find(({ field }) => field === 'onlyIf')
  if (possible.length === 0 && !problem) return null
  const isSet = problem || Object.keys(form.typed).some((name) => name.startsWith('onlyIf.'))
  return html`<details class="card fold" id="${fieldId('onlyIf')}"${isSet ? html` open` : null}><summary><h2>${say('questions.condition')}</h2></summary>
<div class="stack"><p class="hint">${say('questions.condition-hint')}</p>
${problem ? html`<p class="problem">${say(problem.key, problem.values)}</p>` : null}
${possible.map((one) => answersOf(say, project, one, form))}</div></details>`
}

function answersOf(say: Say, project: Project, { question, wording }: AskedQuestion, form: FormState): Html {
  const options = optionsOf(say, project, wording, question.kind)
  return html`<fieldset><legend>${words(say, wording.label, project.locales)}</legend>
${options.map(({ id, label }) => tickBox(form, { name: `onlyIf.${question.id}.${id}`, label }))}</fieldset>`
}
