import type { Meeting, Registration } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

const ended = ['cancelled', 'lapsed', 'refused']

/** On somebody's own page, the way to what they said about photos. */
export function photosLine(
  say: Say,
  own: { meeting: Meeting; registration: Registration; token: string },
): Html | null {
  if (own.meeting.photoChannels.length === 0 || ended.includes(own.registration.status)) return null
  return html`<p><a href="${paths.minePhotos(own.token)}">${say('photos.line')}</a></p>`
}
