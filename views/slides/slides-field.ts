import type { Slides, Slot } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { type FormState, fieldId } from '../parts/fields.ts'
import { fileField } from '../parts/file-field.ts'
import type { Say } from '../say.ts'

const accepted = [
  ...['.pdf', '.pptx', '.odp', '.png', '.jpg', '.jpeg', '.webp'],
  ...['application/pdf', 'image/png', 'image/jpeg', 'image/webp'],
].join(',')

/** Several such fields stand on one page: each is known by its slot. */
export function fileFieldName(slot: Pick<Slot, 'id'>): string {
  return `file.${slot.id}`
}

export function slidesField(say: Say, form: FormState, slot: Pick<Slot, 'id'>, most: number): Html {
  const texts = { label: say('slides.file'), hint: say('slides.file-hint', { most }) }
  return fileField(say, form, { name: 'file', field: fileFieldName(slot), ...texts, accept: accepted, required: true })
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
