import type { Qr } from '../../server/qr.ts'
import { type Html, html } from '../html.ts'
import { copyField } from '../parts/copy.ts'
import { qrCode } from '../parts/qr.ts'
import type { Say } from '../say.ts'

export type Ways = { https: string; webcal: string; google: string }

/** `id`: what tells several on a page apart. `scan`: where the code leads. */
export function subscribeWays(say: Say, id: string, ways: Ways, code: { qr: Qr; scan: string } | null): Html {
  return html`<p class="row"><a class="button" href="${ways.webcal}">${say('projects.subscribe-app')}</a>
<a class="button quiet" href="${ways.google}" rel="nofollow noreferrer">${say('subscribe.google')}</a></p>
${copyField(say, { id, label: say('subscribe.address'), text: ways.https })}
${code && html`<div class="qr-row">${qrCode(code.qr, say('subscribe.qr'))}<p>${code.scan}</p></div>`}`
}
