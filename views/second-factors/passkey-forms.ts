import { type Html, html } from '../html.ts'
import { type FormState, problemSummary, textField } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** `public/js/passkey.js` has the passkey made or used when the button is pressed; without it the page says why not. */
export function newPasskeyForm(say: Say, form: FormState): Html {
  const page = paths.secondFactorDo('passkeys')
  return html`<form class="stack" method="post" action="${page}" data-passkey="new" data-challenge="${paths.challengeFor(page)}" novalidate>
${problemSummary(say, form)}
${textField(say, form, { name: 'name', label: say('second.passkey-name'), hint: say('second.passkey-name-hint'), required: true, max: 60, autocomplete: 'off' })}
${signedField(say)}
<button class="button">${say('second.passkey-add')}</button>
</form>`
}

/** `page`: where the second factor is shown; what is signed goes to an address below it. */
export function passkeyForm(say: Say, page: string, form: FormState): Html {
  return html`<form class="stack" method="post" action="${paths.signedFor(page)}" data-passkey="known" data-challenge="${paths.challengeFor(page)}">
${form.problems ? html`<p class="problem" role="alert">${say('problem.passkey')}</p>` : null}
${signedField(say)}
<button class="button wide">${say('second.passkey-use')}</button>
</form>`
}

function signedField(say: Say): Html {
  return html`<input type="hidden" name="signed" value="">
<p class="hint" data-passkey-told="unable">${say('second.passkey-unable')}</p>
<p class="problem" role="alert" data-passkey-told="failed" hidden>${say('problem.passkey')}</p>`
}
