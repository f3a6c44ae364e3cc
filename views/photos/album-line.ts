import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

type Own = { token: string; hasAlbum: boolean }

/** On somebody's own page: the way to the photos of what they came to, or spoke at. */
export function albumLine(say: Say, way: 'mine' | 'speaker', { token, hasAlbum }: Own): Html | null {
  if (!hasAlbum) return null
  return html`<section class="card stack"><h2>${say('preview.title')}</h2>
<p>${say('preview.own')}</p>
<p><a class="button quiet" href="${paths.preview({ way, token })}">${say('preview.look')}</a></p></section>`
}
