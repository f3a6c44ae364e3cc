import { type Html, html } from '../html.ts'
import { type FormState, textField } from '../parts/fields.ts'
import type { Say } from '../say.ts'

/** What organisers may add of somebody's age; neither is needed. */
export function handAgeFields(say: Say, form: FormState): Html {
  return html`${textField(say, form, { name: 'birthYear', label: say('desk.birth-year'), hint: say('desk.birth-year-hint'), numeric: true, autocomplete: 'off', max: 4 })}
${textField(say, form, { name: 'guardianEmail', label: say('register.guardian-attendance'), hint: say('desk.guardian-hint'), type: 'email', autocomplete: 'off', max: 254 })}`
}
