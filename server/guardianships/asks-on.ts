import type { FormState } from '../../views/parts/fields.ts'
import type { Form } from '../forms.ts'
import { asksFurther } from './age-form.ts'

/** A form that came back: with what is wrong; or, where nothing is, with what is asked further of whoever was born then. */
export function askedOn(form: Form<unknown>): { state: FormState; asksOn: boolean; code: 200 | 422 } {
  const problems = form.problems?.filter(({ key }) => key !== asksFurther) ?? []
  const asksOn = problems.length === 0
  return { state: { ...form, problems: asksOn ? null : problems }, asksOn, code: asksOn ? 200 : 422 }
}
