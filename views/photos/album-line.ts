import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** On the page behind the manage link: the way to the meeting's photos. */
export function albumLine(say: Say, { token, hasAlbum }: { token: string; hasAlbum: boolean }): Html | null {
  if (!hasAlbum) return null
  return html`<section class="card stack"><h2>${say('preview.title')}</h2>
<p>${say('preview.own')}</p>
<p><a class="button quiet" href="${paths.preview({ way: 'mine', token })}">${say('preview.look')}</a></p></section>`
}
