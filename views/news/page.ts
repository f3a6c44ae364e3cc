import type { Article, Meeting, Photo, Project } from '../../db/schema.ts'
import type { ReleasedSlot } from '../../server/agenda/release.ts'
import { type Html, html } from '../html.ts'
import { newsPaths } from '../news-paths.ts'
import { colourOf, type Page } from '../page.ts'
import { prose } from '../parts/markdown.ts'
import { poster } from '../parts/poster.ts'
import { marked, plain, words } from '../parts/texts.ts'
import { machineStart } from '../parts/when-and-where.ts'
import { paths } from '../paths.ts'
import { inGrid, picture } from '../photos/picture.ts'
import type { Say } from '../say.ts'
import { posterDate } from '../when.ts'
import { heldOn } from './draft.ts'

/** The first one is as wide as the text. */
const leading = '(min-width: 48rem) 46rem, 100vw'

export type ArticleView = {
  project: Project
  meeting: Meeting
  article: Article
  /** What was told, with those speakers who may be named. */
  stories: ReleasedSlot[]
  /** Those that may be shown on the web now, whether chosen or not. */
  photos: Photo[]
  publicUrl: string
}

export function articlePage(say: Say, view: ArticleView): Page {
  const { project, meeting, article } = view
  const { locales } = project
  return {
    say,
    title: plain(say, article.title, locales),
    colour: colourOf(project),
    of: project,
    description: plain(say, article.lead, locales),
    card: `${paths.meetingCard(project, meeting)}?lang=${say.locale}`,
    data: newsData(say, view),
    main: html`<article class="reading-page news-page">
<header class="stack">
<p class="above"><a href="${paths.project(project)}">${words(say, project.title, locales)}</a> · <a href="${paths.meeting(project, meeting)}">${words(say, meeting.title, locales)}</a></p>
<h1>${marked(say, article.title, locales)}</h1>
<p class="hint"><time datetime="${machineStart(meeting)}">${heldOn(say, meeting)}</time></p>
<p class="lead">${marked(say, article.lead, locales)}</p>
</header>
${pictures(say, view)}
${prose(say, article.text, locales)}
${told(say, view)}
${further(say, view)}
${project.example ? html`<p class="notice">${say('site.example')}</p>` : null}
${disclaimer(say, project)}
</article>`,
  }
}

/** The chosen photos, in the order of the album; the meeting's poster where there is none. */
function pictures(say: Say, { project, meeting, article, photos }: ArticleView): Html {
  const chosen = photos.filter(({ id }) => article.photoIds.includes(id))
  if (chosen.length === 0) {
    const date = posterDate(meeting.startsAt, meeting.zone, say.locale)
    return poster({ slug: meeting.slug, colour: colourOf(project), ...date }, 'wide')
  }
  return html`<div class="news-photos">${chosen.map((photo, at) => {
    const drawn = picture(say, photo, project.locales, paths.photo, at === 0 ? leading : inGrid)
    return html`<figure>${drawn}${photo.credit ? html`<figcaption class="hint">${say('gallery.credit', { name: photo.credit })}</figcaption>` : null}</figure>`
  })}</div>`
}

function told(say: Say, { project, meeting, stories }: ArticleView): Html | null {
  if (stories.length === 0) return null
  return html`<section class="stack" aria-labelledby="told"><h2 id="told">${say('news.told')}</h2>
<ul class="news-told">${stories.map(
    (slot) => html`<li><a href="${paths.slot(project, meeting, slot)}">${words(say, slot.title, project.locales)}</a>
${slot.speakers.length > 0 ? html`<span class="hint">${slot.speakers.map(({ name }) => name).join(', ')}</span>` : null}</li>`,
  )}</ul></section>`
}

function further(say: Say, { project, meeting, photos }: ArticleView): Html {
  return html`<p class="row">${photos.length > 0 ? html`<a class="button quiet" href="${paths.gallery(project, meeting)}">${say('gallery.count', { photos: photos.length })}</a>` : null}
<a class="button quiet" href="${paths.produced(project)}">${say('materials.all')}</a></p>`
}

function disclaimer(say: Say, { disclaimer: sentence, locales }: Project): Html | null {
  const written = words(say, sentence, locales)
  return written.markup ? html`<p class="hint">${written}</p>` : null
}

/** https://schema.org/NewsArticle, for search engines. */
function newsData(say: Say, { project, meeting, article, publicUrl }: ArticleView): object {
  const publisher = {
    '@type': 'Organization',
    name: plain(say, project.title, project.locales),
    url: publicUrl + paths.project(project),
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: plain(say, article.title, project.locales),
    description: plain(say, article.lead, project.locales),
    ...(article.publishedAt ? { datePublished: article.publishedAt.toString() } : {}),
    dateModified: article.changedAt.toString(),
    image: [`${publicUrl}${paths.meetingCard(project, meeting)}?lang=${say.locale}`],
    author: publisher,
    publisher,
    inLanguage: say.locale,
    about: publicUrl + paths.meeting(project, meeting),
    url: publicUrl + newsPaths.news(project, meeting),
  }
}
