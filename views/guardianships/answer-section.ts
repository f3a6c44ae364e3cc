import { photoChoices } from '../consents/photo-choices.ts'
import { type Html, html } from '../html.ts'
import { type FormState, textField } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { ChildView } from './page.ts'

/** What a guardian can say: to the attendance yes or no, to photos channel by channel; and later otherwise. */
export function answerSection(say: Say, view: ChildView, form: FormState): Html {
  const { guardianship } = view
  if (guardianship.about === 'photos') return photosAlone(say, view, form)
  return guardianship.agreed
    ? html`${photosLater(say, view, form)}${refusal(say, view)}`
    : html`${yes(say, view, form)}${refusal(say, view)}`
}

function yes(say: Say, view: ChildView, form: FormState): Html {
  return html`<form class="card stack" method="post" action="${paths.child(view.token)}" novalidate>
<p>${say('guardianship.consent-1')}</p>
${signature(say, form)}
${photos(say, view, form)}
<button class="button wide" name="answer" value="agree">${say('guardianship.agree')}</button>
</form>`
}

/** In a fold of its own: it cannot be taken back. */
function refusal(say: Say, { token, registration, guardianship }: ChildView): Html {
  const name = registration.name ?? ''
  return html`<details class="card fold"><summary>${say(guardianship.agreed ? 'guardianship.withdraw' : 'guardianship.refuse')}</summary>
<form class="stack" method="post" action="${paths.child(token)}">
<p>${say('guardianship.refuse-text', { name })}</p>
<button class="button danger" name="answer" value="no">${say('guardianship.refuse-send')}</button>
</form></details>`
}

function photosLater(say: Say, view: ChildView, form: FormState): Html | null {
  if (view.meeting.photoChannels.length === 0) return null
  return html`<details class="card fold"${form.problems ? html` open` : null}><summary>${say('guardianship.photos-change')}</summary>
<form class="stack" method="post" action="${paths.child(view.token)}" novalidate>
${photos(say, view, form)}
<button class="button quiet" name="answer" value="photos">${say('mine.save')}</button>
</form></details>`
}

function photosAlone(say: Say, view: ChildView, form: FormState): Html {
  return html`<form class="card stack" method="post" action="${paths.child(view.token)}" novalidate>
${photos(say, view, form)}
${view.guardianship.signedBy ? null : signature(say, form)}
<button class="button wide" name="answer" value="photos">${say('guardian.send')}</button>
</form>`
}

function signature(say: Say, form: FormState): Html {
  return textField(say, form, {
    name: 'signedBy',
    label: say('guardian.signed-by'),
    hint: say('guardian.signed-hint'),
    autocomplete: 'name',
    max: 100,
  })
}

function photos(say: Say, { project, meeting, registration, text }: ChildView, form: FormState): Html | null {
  const { photoChannels: channels } = meeting
  if (channels.length === 0) return null
  const legend = say('guardianship.photos', { name: registration.name ?? '' })
  return photoChoices(say, form, { project, channels, text }, legend, 'guardianship.photos-hint')
}
