import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import type { Help, Undertaking } from '../../server/organisers/undertakings.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { projectBadge } from '../parts/badges.ts'
import { words } from '../parts/texts.ts'
import { machineStart, startText } from '../parts/when-and-where.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

export type Home = { organiser: Organiser; undertakings: Undertaking[]; isBackupOverdue: boolean }

export function homePage(say: Say, { organiser, undertakings, isBackupOverdue }: Home): Page {
  return {
    say,
    title: say('home.title'),
    personal: true,
    workspace: workspace(say, { here: 'home' }),
    main: html`<h1>${say('home.title')}</h1>
<p class="lead">${say('home.greeting', { name: organiser.name })} <a href="${paths.me}">${say('home.me')}</a></p>
${isBackupOverdue ? html`<aside class="notice"><p>${say('home.backup-overdue')}</p></aside>` : null}
${undertakings.length === 0 ? nothingYet(say) : html`<ul class="undertakings">${undertakings.map((one) => undertaking(say, one))}</ul>`}
<p><a class="button" href="${paths.newProject}">${say('home.new-project')}</a></p>`,
  }
}

function nothingYet(say: Say): Html {
  return html`<div class="empty"><p>${say('home.empty')}</p><p>${say('home.empty-next')}</p></div>`
}

function undertaking(say: Say, { project, role, next, helps }: Undertaking): Html {
  return html`<li class="undertaking card" data-colour="${colourOf(project)}">
<h2><a href="${paths.workspace(project)}">${words(say, project.title, project.locales)}</a></h2>
<p class="standing">${projectBadge(say, project)}${role ? html` <span class="hint">${say(`role.${role}`)}</span>` : null}</p>
${role ? ahead(say, project, next) : null}
${helps.length > 0 ? html`<ul>${helps.map((help) => html`<li>${helping(say, project, help)}</li>`)}</ul>` : null}
</li>`
}

function ahead(say: Say, project: Project, next: Meeting | null): Html {
  return next ? nextMeeting(say, project, next) : html`<p class="hint">${say('home.no-meeting')}</p>`
}

function helping(say: Say, project: Project, { meeting, role }: Help): Html {
  return html`<a href="${paths.overview(project, meeting)}">${words(say, meeting.title, project.locales)}</a> <span class="hint">${say(`role.${role}`)}</span><br>
<time datetime="${machineStart(meeting)}">${startText(say, meeting)}</time>`
}

function nextMeeting(say: Say, project: Project, meeting: Meeting): Html {
  return html`<p>${say('home.next')} <a href="${paths.overview(project, meeting)}">${words(say, meeting.title, project.locales)}</a><br>
<time datetime="${machineStart(meeting)}">${startText(say, meeting)}</time></p>`
}
