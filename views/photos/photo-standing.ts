import type { DeskPhoto } from '../../server/photos/desk.ts'
import { type Html, html } from '../html.ts'
import type { Say } from '../say.ts'

/** Where a photo may go, or why not, in words. */
export function photoStanding(say: Say, { photo, marked, open, against, objections }: DeskPhoto): Html {
  return html`${objections.length > 0 ? html`<p><span class="badge problem">${say('album.objected')}</span></p>` : null}
<p>${people(say, photo.people, marked.length)}</p>
${open.length > 0 ? html`<p><span class="badge confirmed">${say('album.may-go')}</span> ${open.map((channel) => say(`door.photo-${channel}`)).join(', ')}</p>` : html`<p><span class="badge draft">${say('album.hidden')}</span></p>`}
${against.length > 0 ? html`<p><span class="badge draft">${say('album.against')}</span> ${against.map((channel) => say(`door.photo-${channel}`)).join(', ')}</p>` : null}`
}

function people(say: Say, people: DeskPhoto['photo']['people'], marked: number): string {
  return people === 'marked' ? say('album.people-marked', { count: marked }) : say(`album.people-${people}`)
}
