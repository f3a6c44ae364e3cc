import type { Article, Meeting, Photo, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { newsPaths } from '../news-paths.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, inLanguages, problemSummary, tickBox } from '../parts/fields.ts'
import { languageBadge, plain } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { photoPaths } from '../photo-paths.ts'
import type { Say } from '../say.ts'

export type NewsDesk = {
  project: Project
  meeting: Meeting
  article: Article | null
  /** Those that may be shown on the web today. */
  photos: Photo[]
  /** What somebody else saved while this form was open. */
  overtakenBy: Article | null
}

export function newsDeskPage(say: Say, desk: NewsDesk, form: FormState): Page {
  const { project, meeting, article } = desk
  return {
    say,
    title: say('news.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'news', project, meeting }),
    main: html`<h1>${say('news.title')}</h1>
<p class="lead">${say('news.lead')}</p>
<div class="stack">${article ? html`${standing(say, desk, article)}${editor(say, desk, article, form)}` : empty(say, desk)}</div>`,
  }
}

function empty(say: Say, { project, meeting }: NewsDesk): Html {
  return html`<div class="empty stack"><p>${say('news.empty')}</p>
<form method="post" action="${newsPaths.newsDo(project, meeting, 'draft')}"><input type="hidden" name="version" value="0">
<button class="button">${say('news.draft')}</button></form></div>`
}

function standing(say: Say, { project, meeting }: NewsDesk, article: Article): Html {
  const isPublic = article.publishedAt !== null
  const deed = isPublic ? 'unpublish' : 'publish'
  return html`<div class="row"><span class="badge">${say(isPublic ? 'news.is-public' : 'news.is-draft')}</span>
<a href="${isPublic ? newsPaths.news(project, meeting) : newsPaths.newsDo(project, meeting, 'preview')}">${say(isPublic ? 'news.public-page' : 'news.preview')}</a>
<a href="${newsPaths.newsDo(project, meeting, 'draft')}">${say('news.draft-again')}</a>
<form method="post" action="${newsPaths.newsDo(project, meeting, deed)}"><button class="button ${isPublic ? 'quiet' : 'small'}">${say(`news.${deed}`)}</button></form></div>`
}

function editor(
  say: Say,
  { project, meeting, photos, overtakenBy }: NewsDesk,
  article: Article,
  form: FormState,
): Html {
  const { locales } = project
  return html`${overtakenBy ? theirs(say, project, overtakenBy) : null}
<form class="stack" method="post" action="${newsPaths.newsDesk(project, meeting)}" novalidate>
${problemSummary(say, form)}
<input type="hidden" name="version" value="${overtakenBy ? article.version : (form.typed.version ?? article.version)}">
${inLanguages(say, form, { name: 'title', label: say('news.field-title'), locales, max: 200 })}
${inLanguages(say, form, { name: 'lead', label: say('news.field-lead'), hint: say('news.lead-hint'), locales, max: 600, rows: 3 })}
${inLanguages(say, form, { name: 'text', label: say('news.field-text'), hint: say('news.text-hint'), locales, max: 20_000, rows: 14 })}
${photoTicks(say, project, photos, form)}
<button class="button">${say('news.save')}</button>
</form>`
}

function photoTicks(say: Say, project: Project, photos: readonly Photo[], form: FormState): Html {
  if (photos.length === 0) return html`<p class="hint">${say('news.no-photos')}</p>`
  return html`<fieldset><legend>${say('news.photos')}</legend><div class="news-photos">${photos.map((photo) => {
    const alt = plain(say, photo.alt, project.locales)
    const picture = html`<img src="${photoPaths.photo(photo, Math.min(480, photo.width))}" alt="" width="${photo.width}" height="${photo.height}" loading="lazy">`
    return html`<div>${picture}${tickBox(form, { name: `photo.${photo.id}`, label: alt || say('news.photo-unnamed') })}</div>`
  })}</div></fieldset>`
}

/** Nobody's text is lost: theirs is saved, one's own is in the form below. */
export function theirs(say: Say, project: Project, saved: Pick<Article, 'title' | 'lead' | 'text'>): Html {
  return html`<section class="problems stack" role="alert" aria-labelledby="theirs"><h2 id="theirs">${say('news.overtaken')}</h2>
<p>${say('news.overtaken-hint')}</p>
${project.locales.map((locale) => {
  const parts = [saved.title[locale], saved.lead[locale], saved.text[locale]].filter(Boolean)
  return parts.length > 0
    ? html`<div lang="${locale}">${languageBadge(locale)}<pre class="news-theirs">${parts.join('\n\n')}</pre></div>`
    : null
})}</section>`
}
