import type { Project } from '../../db/schema.ts'
import type { Listed } from '../../server/projects/series.ts'
import { type Html, html } from '../html.ts'
import type { Page } from '../page.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { meetingCard } from './meeting-card.ts'
import { dateSpan } from './span.ts'

export type HomeShown = { projects: Project[]; ahead: { project: Project; listed: Listed }[] }

export function homePage(say: Say, { projects, ahead }: HomeShown): Page {
  const current = projects.filter((project) => !project.archivedAt)
  const archived = projects.filter((project) => project.archivedAt)
  return {
    say,
    title: say('front.title'),
    description: say('front.lead'),
    main: html`<div class="home-page">
<header><h1>${say('front.title')}</h1><p class="lead">${say('front.lead')}</p></header>
${projects.length === 0 ? beginning(say) : null}
${meetingsAhead(say, ahead)}
${current.length > 0 ? projectCards(say, say('front.projects'), current) : null}
${archived.length > 0 ? archive(say, archived) : null}
</div>`,
  }
}

/** Nothing to show yet: whoever sees this has probably just installed it. */
function beginning(say: Say): Html {
  return html`<section class="card empty"><h2>${say('front.empty-title')}</h2>
<p>${say('front.empty')}</p>
<p><a class="button" href="${paths.organise}">${say('front.begin')}</a></p></section>`
}

function meetingsAhead(say: Say, ahead: HomeShown['ahead']): Html | null {
  if (ahead.length === 0) return null
  return html`<section aria-labelledby="ahead"><h2 id="ahead">${say('front.ahead')}</h2>
<ol class="meeting-cards" role="list">${ahead.map(
    ({ project, listed }) =>
      html`<li>${meetingCard(say, project, listed, words(say, project.title, project.locales))}</li>`,
  )}</ol></section>`
}

function projectCards(say: Say, title: string, projects: Project[]): Html {
  return html`<section aria-labelledby="projects"><h2 id="projects">${title}</h2>
<ul class="project-cards" role="list">${projects.map((project) => html`<li>${projectCard(say, project)}</li>`)}</ul></section>`
}

function projectCard(say: Say, project: Project): Html {
  return html`<article class="card project-card" data-colour="${project.colour}">
<h3><a href="${paths.project(project)}">${words(say, project.title, project.locales)}</a></h3>
<p>${shortened(plain(say, project.aim, project.locales))}</p>
<p class="hint">${dateSpan(say, project)}</p>
</article>`
}

function archive(say: Say, projects: Project[]): Html {
  return html`<section class="archive" aria-labelledby="archive"><h2 id="archive">${say('front.archive')}</h2>
<ul>${projects.map(
    (project) =>
      html`<li><a href="${paths.project(project)}">${words(say, project.title, project.locales)}</a> <span class="hint">${dateSpan(say, project)}</span></li>`,
  )}</ul></section>`
}

function shortened(text: string): string {
  return text.length > 180 ? `${text.slice(0, 170).replace(/\s+\S*$/, '')}…` : text
}
