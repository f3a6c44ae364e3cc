import type { Recipients } from '../../server/mailings/recipients.ts'
import { type Html, html } from '../html.ts'
import type { Say } from '../say.ts'

const reasons = ['address', 'twice', 'unsubscribed', 'suppressed'] as const

/** To how many it would go now, and to how many of the others not, and why. Null: the form does not say yet. */
export function reach(say: Say, recipients: Recipients | null): Html {
  if (!recipients) return html`<div id="reach" role="status"><p>${say('mailing.needs-standing')}</p></div>`
  const { people, without } = recipients
  const missing = reasons.filter((reason) => without[reason] > 0)
  return html`<div id="reach" class="stack" role="status"><p><strong>${say('mailing.reach', { people: people.length })}</strong></p>
${missing.length === 0 ? null : html`<ul>${missing.map((reason) => html`<li>${say(`mailing.without-${reason}`, { people: without[reason] })}</li>`)}</ul>`}</div>`
}
