import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import { hasEnded } from '../registrations/has-ended.ts'
import type { OneView } from '../registrations/one.ts'
import type { Say } from '../say.ts'

/** What organisers are told of photos: a no; after the meeting too, when photos are shown. */
export function withdrawal(say: Say, { project, meeting, registration }: OneView): Html | null {
  if (meeting.photoChannels.length === 0 || registration.name === null || hasEnded(registration)) return null
  const action = paths.registrationDo(project, meeting, registration, 'no-photos')
  return html`<details class="confirm"><summary>${say('consent.withdraw')}</summary>
<form method="post" action="${action}"><p>${say('consent.withdraw-sure', { name: registration.name })}</p><button class="button danger">${say('consent.withdraw-send')}</button></form></details>`
}
