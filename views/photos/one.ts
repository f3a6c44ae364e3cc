import type { DeskPhoto, PhotoDesk } from '../../server/photos/desk.ts'
import type { Candidate } from '../../server/photos/find-people.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { choiceField, type FormState, inLanguages, problemSummary, textField, tickBox } from '../parts/fields.ts'
import { plain } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { photoStanding } from './photo-standing.ts'
import { alone, picture } from './picture.ts'
import { whoIsInIt } from './who-is-in-it.ts'

export type OnePhotoView = { desk: PhotoDesk; found: DeskPhoto; sought: string; people: Candidate[] }

/** One photo with everything that decides who sees it. */
export function onePhotoPage(say: Say, view: OnePhotoView, form: FormState): Page {
  const { project, meeting } = view.desk
  const { photo, objections } = view.found
  return {
    say,
    title: say('album.one-title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'photos', project, meeting }),
    main: html`<p class="above"><a href="${paths.album(project, meeting)}">${say('album.title')}</a></p>
<h1>${say('album.one-title')}</h1>
${problemSummary(say, form)}
<div class="stack"><figure class="photo-one">${picture(say, photo, project.locales, paths.photo, alone)}</figure>
<div class="card stack">${photoStanding(say, view.found)}
${objections.map(({ words }) => (words ? html`<blockquote>${words}</blockquote>` : null))}</div>
${whoIsInIt(say, view)}
${words(say, view, form)}
<form class="card stack" method="post" action="${paths.albumPhotoDo(project, meeting, photo, 'take-down')}">
<p class="hint">${say('album.take-down-hint')}</p><p><button class="button danger">${say('album.take-down')}</button></p></form></div>`,
  }
}

function words(say: Say, { desk, found }: OnePhotoView, form: FormState): Html {
  const { project, meeting, slots } = desk
  const options = (['unknown', 'nobody', 'marked'] as const).map((value) => ({
    value,
    label: say(`album.choose-${value}`),
  }))
  const places = slots.map(({ id, title }) => ({ value: id, label: plain(say, title, project.locales) }))
  return html`<form class="card stack" method="post" action="${paths.albumPhoto(project, meeting, found.photo)}" novalidate><input type="hidden" name="objections" value="${form.typed.objections ?? found.objections.length}">
${inLanguages(say, form, { name: 'alt', label: say('album.alt'), hint: say('album.alt-hint'), locales: project.locales, max: 300 })}
${textField(say, form, { name: 'credit', label: say('album.credit'), max: 120 })}
${choiceField(say, form, { name: 'slot', label: say('album.slot'), options: places, empty: say('album.no-slot') })}
${textField(say, form, { name: 'position', label: say('album.position'), type: 'number', numeric: true })}
${choiceField(say, form, { name: 'people', label: say('album.people'), options })}
<fieldset><legend>${say('album.channels')}</legend>${meeting.photoChannels.map((channel) => tickBox(form, { name: `channels.${channel}`, label: say(`photo.${channel}`) }))}</fieldset>
<p><button class="button">${say('album.save')}</button></p></form>`
}
