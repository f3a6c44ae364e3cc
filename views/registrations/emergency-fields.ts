import { type Content, type Html, html } from '../html.ts'
import { type FormState, textField } from '../parts/fields.ts'
import type { Say } from '../say.ts'

/** Whom to call if something happens; who sees it and when it goes is said where it is asked. */
export function emergencyFields(say: Say, form: FormState): Html {
  const kept = { required: true, autocomplete: 'off' } as const
  return html`<fieldset class="stack"><legend>${say('emergency.title')}</legend>
<p class="hint">${say('emergency.hint')}</p>
${textField(say, form, { ...kept, name: 'emergencyName', label: say('emergency.name'), max: 100 })}
${textField(say, form, { ...kept, name: 'emergencyPhone', label: say('emergency.phone'), max: 40 })}
</fieldset>`
}

export function emergencyLabels(say: Say): [string, Content][] {
  return (['name', 'phone'] as const).map((part) => [
    { name: 'emergencyName', phone: 'emergencyPhone' }[part],
    `${say('emergency.title')}: ${say(`emergency.${part}`)}`,
  ])
}
