import type { Meeting, Photo, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { inGrid, picture } from './picture.ts'

/** What a meeting looked like, as far as those in the photos agree. */
export function galleryPage(say: Say, project: Project, meeting: Meeting, photos: readonly Photo[]): Page {
  return {
    say,
    title: say('gallery.title', { meeting: plain(say, meeting.title, project.locales) }),
    colour: colourOf(project),
    of: project,
    main: html`<div class="flow">
<p class="above"><a href="${paths.meeting(project, meeting)}">${words(say, meeting.title, project.locales)}</a></p>
<h1>${say('gallery.heading')}</h1>
${
  photos.length === 0
    ? html`<p class="lead">${say('gallery.empty')}</p>`
    : html`<ul class="gallery" role="list">${photos.map((photo) => item(say, project, meeting, photo))}</ul>
<p class="hint">${say('gallery.objecting')}</p>`
}
</div>`,
  }
}

function item(say: Say, project: Project, meeting: Meeting, photo: Photo): Html {
  return html`<li id="photo-${photo.id}"><figure><a href="${paths.galleryPhoto(project, meeting, photo)}">${picture(say, photo, project.locales, paths.photo, inGrid)}</a>
${photo.credit ? html`<figcaption>${say('gallery.credit', { name: photo.credit })}</figcaption>` : null}</figure></li>`
}
