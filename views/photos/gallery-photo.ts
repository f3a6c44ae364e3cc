import type { Meeting, Photo, Project } from '../../db/schema.ts'
import { html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary, textArea } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { alone, picture } from './picture.ts'

export type GalleryPhotoView = {
  project: Project
  meeting: Meeting
  photo: Photo
  before: Photo | null
  after: Photo | null
}

/** One photo, its neighbours, and the way to have it gone. */
export function galleryPhotoPage(say: Say, view: GalleryPhotoView, form: FormState): Page {
  const { project, meeting, photo, before, after } = view
  return {
    say,
    title: say('album.photo'),
    colour: colourOf(project),
    of: project,
    main: html`<div class="flow">
<p class="above"><a href="${paths.gallery(project, meeting)}">${say('gallery.heading')}</a></p>
<h1 class="unseen">${say('album.photo')}</h1>
<figure class="photo-one">${picture(say, photo, project.locales, paths.photo, alone)}
<figcaption>${words(say, photo.alt, project.locales)}${photo.credit ? html` ${say('gallery.credit', { name: photo.credit })}` : null}</figcaption></figure>
<p class="row">${before ? html`<a class="button quiet" rel="prev" href="${paths.galleryPhoto(project, meeting, before)}">${say('gallery.before')}</a>` : null}
${after ? html`<a class="button quiet" rel="next" href="${paths.galleryPhoto(project, meeting, after)}">${say('gallery.after')}</a>` : null}</p>
<details class="card fold"${form.problems ? html` open` : null}><summary>${say('gallery.in-it')}</summary>
${problemSummary(say, form)}
<form class="stack" method="post" action="${paths.galleryPhoto(project, meeting, photo)}" novalidate>
<p>${say('gallery.in-it-hint')}</p>
${textArea(say, form, { name: 'words', label: say('gallery.words'), rows: 2, max: 500 })}
<p><button class="button">${say('gallery.hide')}</button></p></form></details>
</div>`,
  }
}
