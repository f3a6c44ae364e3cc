import type { Meeting, Project } from '../../db/schema.ts'
import type { May } from '../../server/organisers/rights.ts'
import type { Missing } from '../../server/projects/ready.ts'
import type { Listed } from '../../server/projects/series.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { meetingBadge, projectBadge } from '../parts/badges.ts'
import { fieldId } from '../parts/fields.ts'
import { table } from '../parts/table.ts'
import { plain, words } from '../parts/texts.ts'
import { machineStart, whenText } from '../parts/when-and-where.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { machine, shortDay } from '../when.ts'

export type WorkspaceShown = { project: Project; meetings: Listed[]; missing: Missing[]; stories: number; may: May }

/** Where a project is run from: its meetings, and what is to be done with it. */
export function workspacePage(say: Say, { project, meetings, missing, stories, may }: WorkspaceShown): Page {
  const title = plain(say, project.title, project.locales)
  return {
    say,
    title,
    colour: colourOf(project),
    workspace: workspace(say, { here: 'project', project }),
    main: html`<div class="project-workspace stack">
<h1>${words(say, project.title, project.locales)} ${projectBadge(say, project)}</h1>
${project.archivedAt || !may('organiser') ? null : html`<p><a class="button" href="${paths.newMeeting(project)}">${say('projects.new-meeting')}</a></p>`}
${stories > 0 && may('organiser') ? html`<p class="notice"><a href="${paths.stories(project, null)}">${say('overview.stories', { stories })}</a></p>` : null}
${meetings.length === 0 ? nothingYet(say) : meetingTable(say, { project, meetings, may })}
${may('organiser') ? nextStep(say, project, missing) : null}
</div>`,
  }
}

function nothingYet(say: Say): Html {
  return html`<section class="empty"><h2>${say('projects.no-meetings-yet')}</h2><p>${say('projects.no-meetings-teach')}</p></section>`
}

function meetingTable(
  say: Say,
  { project, meetings, may }: Pick<WorkspaceShown, 'project' | 'meetings' | 'may'>,
): Html {
  const heads = (['number-short', 'meeting', 'when', 'state', 'places'] as const).map((column) =>
    say(`projects.column-${column}`),
  )
  const rows = meetings.map((one) => meetingRow(say, project, one, may('organiser', one.meeting)))
  return html`<h2>${say('projects.series')}</h2>
${table(say('projects.series'), heads, rows)}`
}

function meetingRow(say: Say, project: Project, { meeting, status, ...places }: Listed, organises: boolean): Html {
  return html`<tr><td>${meeting.number}</td>
<th scope="row"><a href="${paths.overview(project, meeting)}">${words(say, meeting.title, project.locales)}</a></th>
<td>${when(say, project, meeting)}</td>
<td>${meetingBadge(say, status)}</td>
<td>${organises ? taken(say, meeting, places) : null}</td></tr>`
}

function when(say: Say, { zone }: Project, meeting: Meeting): Html {
  if (meeting.allDay) return html`<time datetime="${machineStart(meeting)}">${whenText(say, meeting)}</time>`
  return html`<time datetime="${machine(meeting.startsAt, zone)}">${shortDay(meeting.startsAt, zone, say.locale)}</time>`
}

function taken(say: Say, { capacity }: Meeting, { taken, waiting }: Pick<Listed, 'taken' | 'waiting'>): Html {
  return html`${say('projects.taken', { taken, capacity })}${waiting > 0 ? html`<br><span class="hint">${say('projects.waiting', { waiting })}</span>` : null}`
}

function nextStep(say: Say, project: Project, missing: Missing[]): Html {
  if (project.archivedAt) return deed(say, project, 'restore')
  if (project.publishedAt) {
    return html`<p><a href="${paths.project(project)}">${say('projects.see-public')}</a></p>${deed(say, project, 'archive')}`
  }
  return html`<section class="card stack" aria-labelledby="publishing"><h2 id="publishing">${say('projects.publishing')}</h2>
${missing.length > 0 ? stillMissing(say, project, missing) : deed(say, project, 'publish')}</section>`
}

function deed(say: Say, project: Project, name: 'publish' | 'archive' | 'restore'): Html {
  return html`<form method="post" action="${paths.projectDo(project, name)}">
<p class="hint">${say(`projects.${name}-hint`)}</p>
<button class="button${name === 'archive' ? ' quiet' : ''}">${say(`projects.${name}`)}</button></form>`
}

function stillMissing(say: Say, project: Project, missing: Missing[]): Html {
  const field = (name: Missing) => fieldId(name === 'contactEmail' ? name : `${name}.${project.locales[0]}`)
  return html`<p>${say('projects.missing')}</p>
<ul>${missing.map((name) => html`<li><a href="${paths.projectSettings(project)}#${field(name)}">${say(`projects.missing-${name}`)}</a></li>`)}</ul>`
}
