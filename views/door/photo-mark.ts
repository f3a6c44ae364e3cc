import type { PhotoChannel } from '../../db/schema.ts'
import type { PhotoConsents } from '../../server/consents/standing.ts'
import { type Html, html } from '../html.ts'
import type { Say } from '../say.ts'

/** Where somebody may be shown on photos, in a word or two; nothing where nobody is asked. */
export function photoMark(say: Say, channels: readonly PhotoChannel[], photos: PhotoConsents): Html | null {
  if (channels.length === 0) return null
  const agreed = channels.filter((channel) => photos[channel] === 'yes')
  if (agreed.length === 0) return html`<span class="door-photos none">${say('door.photos-none')}</span>`
  if (agreed.length === channels.length) return html`<span class="door-photos">${say('door.photos-all')}</span>`
  const where = agreed.map((channel) => say(`door.photo-${channel}`)).join(', ')
  return html`<span class="door-photos">${say('door.photos-some', { where })}</span>`
}
