import type { Slides, Slot } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { type FormState, fieldId } from '../parts/fields.ts'
import type { Say } from '../say.ts'

/** By content, decided when it is in; this only helps to choose. */
const accepted = [
  ...['.pdf', '.pptx', '.odp', '.png', '.jpg', '.jpeg', '.webp'],
  ...['application/pdf', 'image/png', 'image/jpeg', 'image/webp'],
].join(',')

/** Several such fields stand on one page: each is known by its slot. */
export function fileFieldName(slot: Pick<Slot, 'id'>): string {
  return `file.${slot.id}`
}

export function fileField(say: Say, form: FormState, slot: Pick<Slot, 'id'>, most: number): Html {
  const name = fileFieldName(slot)
  const id = fieldId(name)
  const problem = form.problems?.find(({ field }) => field === name)
  const told = problem ? `${id}-hint ${id}-problem` : `${id}-hint`
  return html`<div class="field${problem ? ' wrong' : ''}"><label for="${id}">${say('slides.file')}</label>
<p class="hint" id="${id}-hint">${say('slides.file-hint', { most })}</p>
<input type="file" name="file" id="${id}" accept="${accepted}" required aria-describedby="${told}"${problem ? html` aria-invalid="true"` : null}>
${problem ? html`<p class="problem" id="${id}-problem">${say(problem.key, problem.values)}</p>` : null}
</div>`
}

/** Which of those that are there already the new one replaces. */
export function replacesField(say: Say, slot: Pick<Slot, 'id'>, files: readonly Slides[]): Html | null {
  if (files.length === 0) return null
  const id = fieldId(`replaces.${slot.id}`)
  return html`<div class="field"><label for="${id}">${say('slides.replaces')}</label>
<select name="replaces" id="${id}"><option value="">${say('slides.replaces-none')}</option>${files.map(
    (slides) => html`<option value="${slides.id}">${slides.name}</option>`,
  )}</select></div>`
}
