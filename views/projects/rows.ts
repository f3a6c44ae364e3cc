import { type Content, type Html, html } from '../html.ts'
import { type FormState, fieldId, textField } from '../parts/fields.ts'
import type { Say } from '../say.ts'

/** The numbers of the rows a form shows: those it has, and some more to fill in unless it came back with problems. */
export function rowNumbers(form: FormState, name: string, more = 2): number[] {
  const pattern = new RegExp(`^${name}\\.(\\d{1,4})\\.`)
  const found = Object.keys(form.typed).flatMap((field) => pattern.exec(field)?.[1] ?? [])
  const numbers = [...new Set(found.map(Number))].sort((a, b) => a - b)
  const next = (numbers.at(-1) ?? -1) + 1
  if (form.problems) return numbers.length > 0 ? numbers : [next]
  return [...numbers, ...Array.from({ length: more }, (_, i) => next + i)]
}

/** One row: its fields, and the small number that says where it stands. */
export function fieldRow(say: Say, form: FormState, at: string, legend: string, fields: Content): Html {
  const isNew = form.typed[`${at}.order`] === undefined
  return html`<fieldset class="field-row" id="${fieldId(at)}"><legend>${isNew ? say('settings.row-new') : legend}</legend>
${fields}
${textField(say, form, { name: `${at}.order`, label: say('settings.order'), type: 'number' })}
</fieldset>`
}
