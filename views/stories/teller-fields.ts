import { type Html, html } from '../html.ts'
import { choiceField, type FormState, textArea, textField, tickBox } from '../parts/fields.ts'
import type { Say } from '../say.ts'
import { languageNames } from '../when.ts'

/** Who tells it. The address is asked for once, when the story begins: the links went there. */
export function tellerFields(say: Say, form: FormState, address: 'with-address' | 'known'): Html {
  return html`${textField(say, form, { name: 'name', label: say('call.name'), hint: say('call.name-hint'), required: true, autocomplete: 'name', max: 120 })}
${
  address === 'known'
    ? null
    : textField(say, form, {
        name: 'email',
        label: say('register.email'),
        hint: say('call.email-hint'),
        type: 'email',
        required: true,
        autocomplete: 'email',
        max: 254,
      })
}
<div class="minor">${tickBox(form, { name: 'minor', label: say('call.minor') })}
${textField(say, form, { name: 'guardianEmail', label: say('call.guardian'), hint: say('call.guardian-hint'), type: 'email', autocomplete: 'off', max: 254 })}</div>`
}

/** Further ones, for those who like to say more. */
export function moreAboutTeller(say: Say, form: FormState): Html {
  const languages = Object.entries(languageNames).map(([value, label]) => ({ value, label }))
  return html`${choiceField(say, form, { name: 'language', label: say('call.language'), options: languages })}
${kindField(say, form)}
${textArea(say, form, { name: 'bio', label: say('call.bio'), hint: say('call.bio-hint'), max: 1000, rows: 3 })}
${textArea(say, form, { name: 'wishes', label: say('call.wishes'), hint: say('call.wishes-hint'), max: 1000, rows: 3 })}`
}

export function kindField(say: Say, form: FormState): Html {
  const options = (['person', 'group'] as const).map((value) => ({ value, label: say(`call.kind-${value}`) }))
  return choiceField(say, form, { name: 'kind', label: say('call.kind'), options })
}

export function coSpeakersField(say: Say, form: FormState): Html {
  return textArea(say, form, {
    name: 'coSpeakers',
    label: say('call.co-speakers'),
    hint: say('call.co-speakers-hint'),
    max: 3000,
    rows: 2,
  })
}
