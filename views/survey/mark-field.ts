import { type Html, html } from '../html.ts'
import { type FormState, fieldId } from '../parts/fields.ts'
import type { Say } from '../say.ts'

/** A mark from 1 to 5; in words what the two ends mean. */
export function markField(say: Say, form: FormState, key: 'overall' | 'heard' | 'again'): Html {
  const name = `marks.${key}`
  const problem = form.problems?.find(({ field }) => field === name)
  const id = fieldId(name)
  const told = problem ? `${id}-ends ${id}-problem` : `${id}-ends`
  return html`<fieldset class="field marks${problem ? ' wrong' : ''}" id="${id}" aria-describedby="${told}"><legend>${say(`survey.mark.${key}`)}</legend>
<div class="marks-row">${[1, 2, 3, 4, 5].map(
    (mark) =>
      html`<label><input type="radio" name="${name}" value="${mark}"${form.typed[name] === String(mark) ? html` checked` : null}> <span>${mark}</span></label>`,
  )}</div>
<p class="hint" id="${id}-ends">${say('survey.ends')}</p>
${problem ? html`<p class="problem" id="${id}-problem">${say(problem.key, problem.values)}</p>` : null}</fieldset>`
}
