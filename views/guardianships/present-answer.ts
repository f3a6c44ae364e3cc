import { consentBadge } from '../consents/badge.ts'
import { type Html, html } from '../html.ts'
import type { Say } from '../say.ts'
import { machine, stamp } from '../when.ts'
import type { ChildView } from './page.ts'

/** What a guardian has answered so far. */
export function presentAnswer(say: Say, view: ChildView): Html {
  const { meeting, guardianship, photos, registration } = view
  const { about, answeredAt, signedBy } = guardianship
  return html`${about === 'attendance' ? html`<p>${say(`guardianship.agreed-${registration.status === 'confirmed' ? 'place' : 'waits'}`, { name: registration.name ?? '' })}</p>` : null}
<dl class="guardian-answer">
${meeting.photoChannels.map((channel) => html`<div><dt>${say(`photo.${channel}`)}</dt><dd>${consentBadge(say, photos[channel])}</dd></div>`)}
${signedBy ? html`<div><dt>${say('guardian.said-by')}</dt><dd>${signedBy}</dd></div>` : null}
${answeredAt ? html`<div><dt>${say('guardian.said-on')}</dt><dd><time datetime="${machine(answeredAt, meeting.zone)}">${stamp(answeredAt, meeting.zone, say.locale)}</time></dd></div>` : null}
</dl>`
}
