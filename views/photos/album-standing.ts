import type { PhotoDesk } from '../../server/photos/desk.ts'
import { type Html, html } from '../html.ts'
import { type FormState, textField } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { shortDay } from '../when.ts'

/** Who sees the photos now, and from when everybody does. */
export function albumStanding(
  say: Say,
  { project, meeting, album, photos, most }: PhotoDesk,
  now: Temporal.Instant,
  form: FormState,
): Html | null {
  if (photos.length === 0) return null
  const publicFrom = album?.publicFrom ?? null
  if (!publicFrom) return opening(say, { project, meeting, most }, now, form)
  const isPublic = Temporal.Instant.compare(publicFrom, now) <= 0
  const day = shortDay(publicFrom, meeting.zone, say.locale)
  return html`<section class="card stack"><p>${say(isPublic ? 'album.is-public' : 'album.is-previewed', { day })}</p>
<p class="row">${isPublic ? html`<a class="button quiet" href="${paths.gallery(project, meeting)}">${say('album.see')}</a>` : null}</p>
<form method="post" action="${paths.albumDo(project, meeting, 'close')}"><button class="link danger">${say('album.close')}</button></form></section>`
}

function opening(
  say: Say,
  { project, meeting, most }: Pick<PhotoDesk, 'project' | 'meeting' | 'most'>,
  now: Temporal.Instant,
  { typed, problems }: FormState,
): Html {
  const suggested = now.toZonedDateTimeISO(meeting.zone).toPlainDate().add({ days: most.days.usual }).toString()
  const state = { typed: { publicFrom: suggested, ...typed }, problems }
  return html`<form class="card stack" method="post" action="${paths.albumDo(project, meeting, 'open')}" novalidate>
<h2>${say('album.open-title')}</h2>
${textField(say, state, { name: 'publicFrom', label: say('album.public-from'), hint: say('album.public-from-hint'), type: 'date', required: true })}
<p><button class="button">${say('album.open')}</button></p></form>`
}
