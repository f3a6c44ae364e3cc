import type { Meeting, Registration } from '../../db/schema.ts'
import type { Qr } from '../../server/qr.ts'
import { type Html, html } from '../html.ts'
import { qrCode } from '../parts/qr.ts'
import type { Say } from '../say.ts'

type CodeView = { meeting: Meeting; registration: Registration; over: boolean; code: Qr | null }

/** What they show at the door; only for those who are in. */
export function ownCode(say: Say, { meeting, registration, over, code }: CodeView): Html | null {
  if (over || !code || registration.status !== 'confirmed' || meeting.status !== 'published') return null
  return html`<section class="card own-code"><h2>${say('door.code-title')}</h2>
<div class="qr-row">${qrCode(code, say('door.code-alt'))}<p>${say('door.code-own')}</p></div></section>`
}
