import type { PhotoChannel } from '../../db/schema.ts'
import type { Candidate } from '../../server/photos/find-people.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { OnePhotoView } from './one.ts'

/** Those who are marked, what they said, and a search for others. */
export function whoIsInIt(say: Say, view: OnePhotoView): Html {
  const { desk, found, sought, people } = view
  const here = paths.albumPhoto(desk.project, desk.meeting, found.photo)
  return html`<section class="card stack" id="people"><h2>${say('album.who')}</h2>
${found.marked.length > 0 ? html`<ul class="photo-people" role="list">${found.marked.map((one) => markedLine(say, view, one))}</ul>` : html`<p class="hint">${say('album.who-hint')}</p>`}
<form class="row" method="get" action="${here}#people" role="search"><label for="q">${say('album.search')}</label>
<input type="search" name="q" id="q" value="${sought}" autocomplete="off"><button class="button small">${say('album.find')}</button></form>
${sought && people.length === 0 ? html`<p>${say('album.found-nobody')}</p>` : null}
${people.length > 0 ? html`<ul class="photo-people" role="list">${people.map((one) => candidate(say, view, one))}</ul>` : null}
</section>`
}

function markedLine(
  say: Say,
  { desk, found, people: _, sought: __ }: OnePhotoView,
  one: OnePhotoView['found']['marked'][number],
): Html {
  const action = paths.albumPhotoDo(desk.project, desk.meeting, found.photo, 'unmark')
  const yes = desk.meeting.photoChannels.filter((channel) => desk.agrees(one, channel))
  const name = one.name || say('album.forgotten')
  return html`<li><strong>${name}</strong> ${agreement(say, yes)}
<form method="post" action="${action}"><input type="hidden" name="id" value="${one.person.id}"><button class="link" aria-label="${say('album.unmark-named', { name })}">${say('album.unmark')}</button></form></li>`
}

function candidate(say: Say, { desk, found }: OnePhotoView, { who, name, agrees }: Candidate): Html {
  const action = paths.albumPhotoDo(desk.project, desk.meeting, found.photo, 'mark')
  return html`<li><strong>${name}</strong> ${agrees ? agreement(say, agrees) : html`<span class="badge draft">${say('album.speaker')}</span>`}
<form method="post" action="${action}"><input type="hidden" name="kind" value="${who.kind}"><input type="hidden" name="id" value="${who.id}"><button class="button small" aria-label="${say('album.mark-named', { name })}">${say('album.mark')}</button></form></li>`
}

/** In words, as colour alone says nothing to many. */
function agreement(say: Say, yes: readonly PhotoChannel[]): Html {
  if (yes.length === 0) return html`<span class="badge problem">${say('album.says-no')}</span>`
  return html`<span class="badge confirmed">${say('album.says-yes', { where: yes.map((channel) => say(`door.photo-${channel}`)).join(', ') })}</span>`
}
