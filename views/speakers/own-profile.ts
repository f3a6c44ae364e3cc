import { type Html, html } from '../html.ts'
import { type FormState, problemSummary, textField } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { OwnView } from './own.ts'
import { pictureForms } from './picture-forms.ts'
import { bioFields, letterLanguage } from './profile-fields.ts'

/** What they say about themselves, and their picture. */
export function aboutMe(say: Say, { project, speaker, token }: OwnView, form: FormState): Html {
  const picture = { src: paths.speakerDo(token, 'picture'), action: paths.speakerDo(token, 'picture') }
  return html`<details class="card fold" id="about-me"${form.problems ? html` open` : null}><summary><h2>${say('speaker.about-me')}</h2></summary>
<form class="stack" method="post" action="${paths.speakerDo(token, 'profile')}" novalidate>
${problemSummary(say, withoutPicture(form))}
${textField(say, form, { name: 'name', label: say('speaker.name'), hint: say('speaker.name-hint'), required: true, max: 120, autocomplete: 'name' })}
${bioFields(say, project, form)}
${letterLanguage(say, form)}
<p class="hint">${say('speaker.when-public')}</p>
<button class="button">${say('mine.save')}</button>
</form></details>
<details class="card fold" id="my-picture"${hasPictureProblem(form) ? html` open` : null}><summary><h2>${say('speaker.picture')}</h2></summary>
${pictureForms(say, speaker, picture, form)}</details>`
}

function withoutPicture(form: FormState): FormState {
  return { ...form, problems: form.problems?.filter(({ field }) => field !== 'picture') ?? null }
}

function hasPictureProblem({ problems }: FormState): boolean {
  return problems?.some(({ field }) => field === 'picture') ?? false
}
