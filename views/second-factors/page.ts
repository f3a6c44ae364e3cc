import type { Factors, Passkey } from '../../server/second-factors/queries.ts'
import { type Html, html } from '../html.ts'
import type { Page } from '../page.ts'
import type { FormState } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { locative, shortDay, usualZone } from '../when.ts'
import { newPasskeyForm } from './passkey-forms.ts'

export type SecondFactorView = {
  factors: Factors
  email: string
  /** Only somebody who has just shown who they are changes anything. */
  mayChange: boolean
}

/** What an organiser shows beside the link in their letter. `form`: of a new passkey. */
export function secondFactorPage(say: Say, view: SecondFactorView, form: FormState): Page {
  return {
    say,
    title: say('second.title'),
    personal: true,
    scripts: ['passkey'],
    workspace: workspace(say, { here: 'home' }),
    main: html`<h1>${say('second.title')}</h1>
<p class="lead">${say('second.lead')}</p>
${view.mayChange ? null : proofFirst(say, view)}
${appCard(say, view)}
${passkeysCard(say, view, form)}
${isOn(view) ? codesCard(say, view) : null}
<p><a href="${paths.me}">${say('me.title')}</a></p>`,
  }
}

function isOn({ factors }: SecondFactorView): boolean {
  return factors.app !== null || factors.passkeys.length > 0
}

function proofFirst(say: Say, view: SecondFactorView): Html {
  if (isOn(view))
    return html`<aside class="notice second-factor"><p>${say('second.stale')}</p>
<p><a class="button" href="${paths.proveSecond}">${say('second.prove')}</a></p></aside>`
  return html`<aside class="notice second-factor"><p>${say('second.stale-first')}</p>
<form method="post" action="${paths.signIn}"><input type="hidden" name="email" value="${view.email}">
<button class="button">${say('sign-in.send')}</button></form></aside>`
}

function appCard(say: Say, { factors: { app }, mayChange }: SecondFactorView): Html {
  return html`<section class="card stack second-factor"><h2>${say('second.app-title')}</h2>
${app ? html`<p>${usage(say, app)}</p>` : html`<p>${say('second.app-what')}</p>`}
${mayChange && !app ? html`<form method="post" action="${paths.secondFactorDo('app')}"><button class="button">${say('second.app-add')}</button></form>` : null}
${mayChange && app ? removal(say, paths.secondFactorDo('app/remove'), say('second.app-title')) : null}</section>`
}

function passkeysCard(say: Say, { factors: { passkeys }, mayChange }: SecondFactorView, form: FormState): Html {
  return html`<section class="card stack second-factor"><h2>${say('second.passkeys-title')}</h2>
<p>${say('second.passkeys-what')}</p>
${passkeys.length > 0 ? html`<ul class="passkeys">${passkeys.map((one) => passkeyItem(say, one, mayChange))}</ul>` : null}
${mayChange ? newPasskeyForm(say, form) : null}</section>`
}

function passkeyItem(say: Say, passkey: Passkey, mayChange: boolean): Html {
  return html`<li><p><strong>${passkey.name}</strong><br><span class="hint">${usage(say, passkey)}</span></p>
${mayChange ? removal(say, paths.removePasskey(passkey), passkey.name) : null}</li>`
}

function usage(say: Say, { addedAt, lastUsedAt }: Pick<Passkey, 'addedAt' | 'lastUsedAt'>): string {
  const added = say('second.added', { day: onDay(say, addedAt) })
  if (!lastUsedAt) return `${added} ${say('second.unused')}`
  return `${added} ${say('second.used', { day: onDay(say, lastUsedAt) })}`
}

function onDay(say: Say, at: Temporal.Instant): string {
  const day = shortDay(at, usualZone, say.locale)
  return say.locale === 'lv' ? locative(day) : day
}

function removal(say: Say, action: string, name: string): Html {
  return html`<details class="confirm"><summary>${say('second.remove')}<span class="unseen">: ${name}</span></summary>
<form method="post" action="${action}"><p>${say('second.remove-sure')}</p><button class="button danger">${say('second.remove')}</button></form></details>`
}

function codesCard(say: Say, { factors: { codesLeft }, mayChange }: SecondFactorView): Html {
  return html`<section class="card stack second-factor"><h2>${say('second.codes-title')}</h2>
<p>${say('second.codes-left', { left: codesLeft })}</p>
${
  mayChange
    ? html`<details class="confirm"><summary>${say('second.codes-new')}</summary>
<form method="post" action="${paths.secondFactorDo('recovery-codes')}"><p>${say('second.codes-new-sure')}</p><button class="button">${say('second.codes-new')}</button></form></details>`
    : null
}</section>`
}
