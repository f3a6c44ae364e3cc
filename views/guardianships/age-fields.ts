import type { Project } from '../../db/schema.ts'
import type { CurrentText } from '../../server/consents/text.ts'
import type { Further } from '../../server/guardianships/further.ts'
import { photoChoices } from '../consents/photo-choices.ts'
import { type Html, html } from '../html.ts'
import { type FormState, fieldId, textField } from '../parts/fields.ts'
import type { Say } from '../say.ts'

/** What follows from the age that was typed, and the words in which photos are agreed to. */
export type AgeQuestions = Further & { project: Project; text: CurrentText | null }

/** The year of birth, and below it whatever follows from it: fetched from `action` as soon as it is typed. */
export function ageFields(say: Say, further: AgeQuestions, form: FormState, action: string): Html {
  const year = { name: 'birthYear', label: say('register.birth-year'), hint: say('register.birth-year-hint') }
  return html`<div class="birth-year" hx-post="${action}" hx-trigger="input delay:300ms, change from:#${fieldId('group')}" hx-target="#further" hx-swap="outerHTML">
${textField(say, form, { ...year, numeric: true, required: true, autocomplete: 'bday-year', max: 4 })}
</div>
${furtherFields(say, further, form)}`
}

export function furtherFields(say: Say, further: AgeQuestions | null, form: FormState): Html {
  if (!further) return html`<div id="further"></div>`
  return html`<div id="further" class="further stack" aria-live="polite">
<input type="hidden" name="further" value="${further.key}">
${further.birthday ? birthdayField(say, form) : null}
${further.guardian ? guardianField(say, further.guardian, further.guardianBefore, form) : null}
${further.photos.length > 0 && further.text ? photoFields(say, further, further.text, form) : null}
</div>`
}

function birthdayField(say: Say, form: FormState): Html {
  const problem = form.problems?.find(({ field }) => field === 'birthday')
  const problemId = `${fieldId('birthday')}-problem`
  const choice = (value: 'yes' | 'no', label: string) =>
    html`<label><input type="radio" name="birthday" value="${value}"${value === 'yes' ? html` id="${fieldId('birthday')}"` : null}${
      form.typed.birthday === value ? html` checked` : null
    }> ${label}</label>`
  return html`<fieldset class="field birthday${problem ? ' wrong' : ''}"${problem ? html` aria-describedby="${problemId}"` : null}><legend>${say('register.birthday')}</legend>
<div class="row">${choice('yes', say('register.birthday-yes'))}${choice('no', say('register.birthday-no'))}</div>
${problem ? html`<p class="problem" id="${problemId}">${say(problem.key, problem.values)}</p>` : null}
</fieldset>`
}

type About = NonNullable<Further['guardian']>

function guardianField(say: Say, about: About, onlyBefore: boolean, form: FormState): Html {
  return html`<div class="${onlyBefore ? 'guardian-of before' : 'guardian-of'}">${textField(say, form, {
    name: 'guardianEmail',
    label: say(`register.guardian-${about}`),
    hint: say(`register.guardian-${about}-hint`),
    type: 'email',
    autocomplete: 'off',
    max: 254,
  })}</div>`
}

function photoFields(say: Say, { project, photos }: AgeQuestions, text: CurrentText, form: FormState): Html {
  return photoChoices(say, form, { project, channels: photos, text }, say('register.photos'), 'register.photos-hint')
}
