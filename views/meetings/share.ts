import { type Locale, locales } from '../../db/languages.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { copyButton } from '../parts/copy.ts'
import { plain } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import { type Say, say as sayIn } from '../say.ts'
import { languageNames } from '../when.ts'
import { invitationText } from './share-text.ts'

/** `locale`: in which language it is told, whatever the organiser's own. */
export type ShareView = { project: Project; meeting: Meeting; locale: Locale; publicUrl: string }

export function sharePage(say: Say, view: ShareView): Page {
  const { project, meeting } = view
  return {
    say,
    title: say('share.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'share', project, meeting }),
    scripts: ['copy'],
    main: html`<h1>${say('share.title')}</h1>
<p class="lead">${say('share.lead')}</p>
${meeting.status === 'draft' || project.publishedAt === null ? html`<p class="notice">${say('share.draft')}</p>` : null}
${inLanguages(say, view)}
<div class="share-kit">${text(say, view)}${story(say, view)}${card(say, view)}${code(say, view)}</div>`,
  }
}

function inLanguages(say: Say, { project, meeting, locale }: ShareView): Html {
  const one = (other: Locale) =>
    html`<li><a href="${paths.share(project, meeting)}?in=${other}" lang="${other}"${other === locale ? html` aria-current="page"` : null}>${languageNames[other]}</a></li>`
  return html`<nav aria-label="${say('share.language')}"><ul class="share-languages">${locales.map(one)}</ul></nav>`
}

function text(say: Say, view: ShareView): Html {
  const words = invitationText(sayIn(view.locale), view)
  return html`<section class="card stack"><h2>${say('share.text')}</h2>
<div class="field"><label for="share-text">${say('share.text-hint')}</label>
<textarea id="share-text" rows="${words.split('\n').length + 2}" readonly lang="${view.locale}">
${words}</textarea></div>
${copyButton(say, 'share-text')}</section>`
}

function story(say: Say, view: ShareView): Html {
  return html`<section class="card stack share-story"><h2>${say('share.story')}</h2>
<p class="hint">${say('share.story-hint')}</p>
${picture(say, view, 'story.png', { width: 1080, height: 1920 })}</section>`
}

function card(say: Say, view: ShareView): Html {
  return html`<section class="card stack"><h2>${say('share.card')}</h2>
<p class="hint">${say('share.card-hint')}</p>
${picture(say, view, 'card.png', { width: 1200, height: 630 })}</section>`
}

type Measures = { width: number; height: number }

function picture(say: Say, view: ShareView, name: 'story.png' | 'card.png', { width, height }: Measures): Html {
  const { project, meeting, locale } = view
  const address = `${paths.sharePicture(project, meeting, name)}?lang=${locale}`
  const alt = say('share.picture-alt', { title: plain(sayIn(locale), meeting.title, project.locales) })
  return html`<img class="share-picture" src="${address}" width="${width}" height="${height}" alt="${alt}" loading="lazy">
<p><a class="button quiet" href="${address}" download="${meeting.slug}-${locale}-${name}">${say('share.download', { what: 'PNG' })}</a></p>`
}

function code(say: Say, { project, meeting, publicUrl }: ShareView): Html {
  const download = (type: 'png' | 'svg') =>
    html`<a class="button quiet" href="${paths.shareQr(project, meeting, type)}" download="${meeting.slug}-qr.${type}">${say('share.download', { what: type.toUpperCase() })}</a>`
  return html`<section class="card stack"><h2>${say('subscribe.qr')}</h2>
<p class="hint">${say('share.qr-hint', { address: publicUrl + paths.meeting(project, meeting) })}</p>
<img class="share-code" src="${paths.shareQr(project, meeting, 'svg')}" width="1000" height="1000" alt="${say('subscribe.qr')}" loading="lazy">
<p class="row">${download('png')} ${download('svg')}</p></section>`
}
