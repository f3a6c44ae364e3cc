import { type Html, html } from '../html.ts'
import type { Say } from '../say.ts'
import { type FormState, fieldId } from './fields.ts'

export const pictures = 'image/png,image/jpeg,image/webp'

export type FileField = {
  name: string
  /** What it is known by where several of that name stand on one page. */
  field?: string
  label: string
  hint: string
  /** What the browser offers first; what comes in is judged by its content. */
  accept: string
  required?: boolean
}

export function fileField(say: Say, form: FormState, one: FileField): Html {
  const { name, field = name, label, hint, accept, required = false } = one
  const id = fieldId(field)
  const problem = form.problems?.find((found) => found.field === field)
  const told = problem ? `${id}-hint ${id}-problem` : `${id}-hint`
  return html`<div class="field${problem ? ' wrong' : ''}"><label for="${id}">${label}</label>
<p class="hint" id="${id}-hint">${hint}</p>
<input type="file" name="${name}" id="${id}" accept="${accept}"${required ? html` required` : null} aria-describedby="${told}"${problem ? html` aria-invalid="true"` : null}>
${problem ? html`<p class="problem" id="${id}-problem">${say(problem.key, problem.values)}</p>` : null}
</div>`
}
