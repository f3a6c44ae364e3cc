import type { Meeting, Project } from '../../db/schema.ts'
import type { Qr } from '../../server/qr.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { subscribeWays, type Ways } from './ways.ts'

export type SubscribeView = {
  project: Project
  /** Absent: the project as a whole. */
  meeting: Meeting | null
  /** The meeting's own feed, and the project's. */
  ways: { meeting: Ways | null; project: Ways }
  /** Leads to this page, where every phone finds a way that it knows. */
  qr: Qr
}

export function subscribePage(say: Say, { project, meeting, ways, qr }: SubscribeView): Page {
  const of = meeting ?? project
  const code = { qr, scan: say('subscribe.scan') }
  return {
    say,
    title: `${say('subscribe.title')}: ${plain(say, of.title, project.locales)}`,
    colour: colourOf(project),
    of: project,
    scripts: ['copy'],
    main: html`<div class="register-page">
<div><p class="above"><a href="${meeting ? paths.meeting(project, meeting) : paths.project(project)}">${words(say, of.title, project.locales)}</a></p>
<h1>${say('subscribe.title')}</h1></div>
${ways.meeting && part(say, 'subscribe.meeting', 'subscribe.meeting-hint', subscribeWays(say, 'meeting-feed', ways.meeting, code))}
${part(say, 'projects.subscribe', 'projects.subscribe-hint', subscribeWays(say, 'project-feed', ways.project, ways.meeting ? null : code))}
<p class="hint">${say('subscribe.slow')}</p>
</div>`,
  }
}

type Heading = 'subscribe.meeting' | 'projects.subscribe'

function part(say: Say, title: Heading, hint: `${Heading}-hint`, ways: Html): Html {
  return html`<section class="card stack"><h2>${say(title)}</h2><p>${say(hint)}</p>
${ways}</section>`
}
