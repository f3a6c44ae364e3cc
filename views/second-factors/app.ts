import type { Qr } from '../../server/qr.ts'
import { html } from '../html.ts'
import type { Page } from '../page.ts'
import { copyButton } from '../parts/copy.ts'
import { type FormState, problemSummary, textField } from '../parts/fields.ts'
import { qrCode } from '../parts/qr.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** The secret that an app is to take over; it counts once a code of it is typed. `address`: opens the app on this very phone. */
export function newAppPage(
  say: Say,
  { secret, address, qr }: { secret: string; address: string; qr: Qr },
  form: FormState,
): Page {
  return {
    say,
    title: say('second.app-add'),
    personal: true,
    scripts: ['copy'],
    workspace: workspace(say, { here: 'home' }),
    main: html`<h1>${say('second.app-add')}</h1>
<section class="card stack second-factor"><div class="qr-row">${qrCode(qr, say('second.app-qr'))}<p>${say('second.app-scan')}</p></div>
<div class="field"><label for="app-secret">${say('second.app-secret')}</label>
<textarea class="copied-out" id="app-secret" rows="2" readonly>
${inFours(secret)}</textarea></div>
<p class="row">${copyButton(say, 'app-secret')}<a class="button quiet" href="${address}">${say('second.app-open')}</a></p>
<form class="stack" method="post" action="${paths.secondFactorDo('app/confirm')}" novalidate>
${problemSummary(say, form)}
${textField(say, form, { name: 'code', label: say('second.code'), hint: say('second.app-code-hint'), required: true, numeric: true, max: 10, autocomplete: 'one-time-code' })}
<button class="button">${say('second.confirm')}</button>
</form></section>
<p><a href="${paths.secondFactor}">${say('second.title')}</a></p>`,
  }
}

function inFours(secret: string): string {
  return secret.replaceAll(/.{4}(?!$)/g, '$& ')
}
