import type { DeskPhoto, PhotoDesk } from '../../server/photos/desk.ts'
import type { Refused } from '../../server/photos/receive-photos.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary, textField, tickBox } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { addForm } from './add-form.ts'
import { albumStanding } from './album-standing.ts'
import { photoStanding } from './photo-standing.ts'
import { picture, small } from './picture.ts'

const blank: FormState = { typed: {}, problems: null }

/** A meeting's photos, for those who bring them and say who sees them. */
export function photoDeskPage(
  say: Say,
  desk: PhotoDesk,
  now: Temporal.Instant,
  form: FormState = blank,
  refused: readonly Refused[] = [],
): Page {
  const { project, meeting } = desk
  return {
    say,
    title: say('album.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'photos', project, meeting }),
    scripts: ['photos'],
    main: html`<h1>${say('album.title')}</h1>
<p class="lead">${say('album.lead')}</p>
${problemSummary(say, form)}
<div class="stack">${albumStanding(say, desk, now, form)}
${addForm(say, desk, form, refused)}
${desk.photos.length === 0 ? html`<div class="empty"><p>${say('album.empty')}</p></div>` : list(say, desk)}
${desk.takenDown > 0 ? html`<p class="hint">${say('album.taken-down', { count: desk.takenDown })}</p>` : null}</div>`,
  }
}

function list(say: Say, desk: PhotoDesk): Html {
  const { project, meeting, photos } = desk
  return html`<form class="stack" method="post" action="${paths.albumDo(project, meeting, 'edit')}"><input type="hidden" name="objections" value="${desk.objections}">
<ul class="photo-desk" role="list">${photos.map((one, i) => item(say, desk, one, i + 1))}</ul>
${many(say, desk)}
</form>`
}

function item(say: Say, { project, meeting }: PhotoDesk, one: DeskPhoto, number: number): Html {
  const { photo } = one
  const link = paths.albumPhoto(project, meeting, photo)
  return html`<li class="card"><a href="${link}">${picture(say, photo, project.locales, paths.photo, small)}</a>
<div><p class="field tick"><label><input type="checkbox" name="photo.${photo.id}" value="yes"> ${say('album.number', { number })}</label></p>
${photoStanding(say, one)}
<p><a class="button small" href="${link}" aria-label="${say('album.edit-number', { number })}">${say('album.edit')}</a></p></div></li>`
}

function many(say: Say, { meeting }: PhotoDesk): Html {
  return html`<fieldset class="card stack"><legend>${say('album.many')}</legend>
<p class="hint">${say('album.many-hint')}</p>
${textField(say, blank, { name: 'credit', label: say('album.credit'), max: 120 })}
${tickBox(blank, { name: 'people', label: say('album.nobody') })}
${tickBox(blank, { name: 'setChannels', label: say('album.set-channels') })}
<div class="photo-channels">${meeting.photoChannels.map((channel) => tickBox(blank, { name: `channels.${channel}`, label: say(`photo.${channel}`) }))}</div>
<p><button class="button">${say('album.many-save')}</button></p></fieldset>`
}
