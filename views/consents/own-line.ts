import type { Meeting, Registration } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import { hasEnded } from '../registrations/has-ended.ts'
import type { Say } from '../say.ts'

/** On somebody's own page, the way to what they said about photos. */
export function photosLine(
  say: Say,
  own: { meeting: Meeting; registration: Registration; token: string },
): Html | null {
  if (own.meeting.photoChannels.length === 0 || hasEnded(own.registration)) return null
  return html`<p><a href="${paths.minePhotos(own.token)}">${say('photos.line')}</a></p>`
}
