import type { Meeting, Project } from '../../db/schema.ts'
import { html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { promiseCard, type Shown } from './promise.ts'

export type CommitmentsShown = { project: Project; meetings: Meeting[]; shown: Shown[] }

/** What the city has promised the young, and what came of it. */
export function commitmentsPage(say: Say, { project, meetings, shown }: CommitmentsShown): Page {
  const title = say('commitments.title')
  return {
    say,
    title: `${title} · ${plain(say, project.title, project.locales)}`,
    description: say('commitments.lead'),
    colour: colourOf(project),
    of: project,
    main: html`<div class="promises stack">
<p class="above"><a href="${paths.project(project)}">${words(say, project.title, project.locales)}</a></p>
<h1>${title}</h1>
<p class="lead">${say('commitments.lead')}</p>
${shown.length === 0 ? html`<p class="empty">${say('commitments.none')}</p>` : html`<ul class="promise-list" role="list">${shown.map((one) => html`<li>${promiseCard(say, project, meetings, one)}</li>`)}</ul>`}
</div>`,
  }
}
