import type { Factors } from '../../server/second-factors/queries.ts'
import { type Html, html } from '../html.ts'
import type { Page } from '../page.ts'
import { type FormState, problemSummary, textField } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { passkeyForm } from './passkey-forms.ts'

/** Between the link in the letter and the session. */
export function signInSecondPage(say: Say, factors: Factors, form: FormState): Page {
  return {
    say,
    title: say('second.title'),
    personal: true,
    scripts: ['passkey'],
    main: html`<section class="doorstep card stack"><h1>${say('second.title')}</h1>
<p>${say('second.sign-in-lead')}</p>
${ways(say, paths.signInSecond, factors, form, say('sign-in.enter'))}</section>`,
  }
}

/** Of somebody who is signed in, before they change how they sign in. */
export function provePage(say: Say, factors: Factors, form: FormState): Page {
  return {
    say,
    title: say('second.prove'),
    personal: true,
    scripts: ['passkey'],
    workspace: workspace(say, { here: 'home' }),
    main: html`<section class="doorstep card stack"><h1>${say('second.prove')}</h1>
<p>${say('second.prove-lead')}</p>
${ways(say, paths.proveSecond, factors, form, say('second.confirm'))}</section>`,
  }
}

function ways(say: Say, page: string, { app, passkeys, codesLeft }: Factors, form: FormState, press: string): Html {
  const tried = wayOf(form)
  const seenBy = (way: typeof tried) => (way === tried ? form : { typed: {}, problems: null })
  return html`${passkeys.length > 0 ? passkeyForm(say, page, seenBy('passkey')) : null}
${app ? codeForm(say, page, seenBy('app'), press) : null}
<details class="fold"${tried === 'recovery' ? html` open` : null}><summary>${say('second.lost')}</summary>
<div class="stack">${codesLeft > 0 ? recoveryForm(say, page, seenBy('recovery'), press) : null}
<p class="hint">${say('second.lost-all')}</p></div></details>`
}

/** Which of the forms has come back. */
function wayOf({ typed, problems }: FormState): 'app' | 'passkey' | 'recovery' {
  if ('recovery' in typed) return 'recovery'
  return problems?.some(({ field }) => field === 'signed') ? 'passkey' : 'app'
}

function codeForm(say: Say, page: string, form: FormState, press: string): Html {
  return html`<form class="stack" method="post" action="${page}" novalidate>
${problemSummary(say, form)}
${textField(say, form, { name: 'code', label: say('second.code'), required: true, numeric: true, max: 10, autocomplete: 'one-time-code' })}
<button class="button wide">${press}</button>
</form>`
}

function recoveryForm(say: Say, page: string, form: FormState, press: string): Html {
  return html`<form class="stack" method="post" action="${page}" novalidate>
${problemSummary(say, form)}
${textField(say, form, { name: 'recovery', label: say('second.recovery-code'), hint: say('second.recovery-code-hint'), required: true, max: 60, autocomplete: 'off' })}
<button class="button wide">${press}</button>
</form>`
}
