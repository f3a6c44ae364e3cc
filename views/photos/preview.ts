import type { Project } from '../../db/schema.ts'
import type { Preview } from '../../server/photos/preview.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { shortDay } from '../when.ts'
import { inGrid, picture } from './picture.ts'

type Link = Parameters<typeof paths.preview>[0]
export type PreviewView = { link: Link; project: Project; albums: readonly Preview[] }

/** The photos before everybody sees them, each with the way to have it taken down. */
export function previewPage(say: Say, view: PreviewView): Page {
  const { link, project, albums } = view
  return {
    say,
    title: say('preview.title'),
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="flow">
<p class="above"><a href="${link.way === 'mine' ? paths.mine(link.token) : paths.speaker(link.token)}">${say('guardians.back')}</a></p>
<h1>${say('preview.title')}</h1>
${albums.length === 0 ? html`<p class="lead">${say('preview.none')}</p>` : html`<p class="lead">${say('preview.lead')}</p>`}
${albums.map((one) => album(say, view, one))}
</div>`,
  }
}

function album(say: Say, view: PreviewView, { meeting, album, photos }: Preview): Html {
  return html`<section class="stack"><h2>${words(say, meeting.title, view.project.locales)}</h2>
${album.publicFrom ? html`<p>${say('preview.from', { day: shortDay(album.publicFrom, meeting.zone, say.locale) })}</p>` : null}
<ul class="gallery" role="list">${photos.map((one, i) => item(say, view, meeting, one, i + 1))}</ul></section>`
}

function item(
  say: Say,
  { link, project }: PreviewView,
  meeting: Preview['meeting'],
  { photo, said }: Preview['photos'][number],
  number: number,
): Html {
  const path = (one: { id: string }, width: number) => paths.previewPhoto(link, one, width)
  return html`<li><figure>${picture(say, photo, project.locales, path, inGrid)}
<figcaption><form method="post" action="${paths.previewObject(link, photo)}"><button class="button small" aria-label="${say('preview.object')}: ${say('album.number', { number })}">${say('preview.object')}</button></form>
${said ? agreeing(say, link, meeting, photo, said) : null}</figcaption></figure></li>`
}

/** A speaker is asked by the photo: nobody asked them when they signed up. */
function agreeing(
  say: Say,
  link: Link,
  meeting: Preview['meeting'],
  photo: { id: string },
  said: readonly string[],
): Html {
  return html`<form class="stack" method="post" action="${paths.previewAgree(link, photo)}"><p>${say('preview.agree')}</p>
${meeting.photoChannels.map((channel) => html`<p class="field tick"><label><input type="checkbox" name="channels.${channel}" value="yes"${said.includes(channel) ? html` checked` : null}> ${say(`photo.${channel}`)}</label></p>`)}
<p><button class="button small">${say('preview.agree-save')}</button></p></form>`
}
