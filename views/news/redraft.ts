import type { Article, Meeting, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { newsPaths } from '../news-paths.ts'
import { colourOf, type Page } from '../page.ts'
import { languageBadge } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import type { MessageKey, Say } from '../say.ts'

type Words = Pick<Article, 'title' | 'lead' | 'text'>
export type Redraft = { project: Project; meeting: Meeting; article: Article; draft: Words }

/** What would be drafted today beside what is written: to copy from, or to put in its place. */
export function redraftPage(say: Say, { project, meeting, article, draft }: Redraft): Page {
  return {
    say,
    title: say('news.draft-again'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'news', project, meeting }),
    main: html`<h1>${say('news.draft-again')}</h1>
<p class="lead">${say('news.redraft-lead')}</p>
<div class="news-beside">${words(say, project, 'news.drafted', draft)}${words(say, project, 'news.written', article)}</div>
<form class="row" method="post" action="${newsPaths.newsDo(project, meeting, 'draft')}"><input type="hidden" name="version" value="${article.version}">
<button class="button small">${say('news.replace')}</button> <a href="${newsPaths.newsDesk(project, meeting)}">${say('news.keep')}</a></form>`,
  }
}

function words(say: Say, { locales }: Project, label: MessageKey, { title, lead, text }: Words): Html {
  return html`<section class="card stack"><h2>${say(label)}</h2>${locales.map(
    (locale) => html`<div lang="${locale}">${languageBadge(locale)}
<pre class="news-theirs">${[title[locale], lead[locale], text[locale]].filter(Boolean).join('\n\n')}</pre></div>`,
  )}</section>`
}
