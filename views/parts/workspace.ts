import type { Meeting, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'
import { words } from './texts.ts'

export type Place =
  | { here: 'home' }
  | { here: 'project' | 'settings' | 'people' | 'history' | 'letters' | 'project-call'; project: Project }
  | MeetingPlace

type MeetingPlace = {
  here: 'overview' | 'agenda' | 'call' | 'speakers' | 'slides' | 'registrations' | 'sign-up' | 'meeting-settings'
  project: Project
  meeting: Meeting
  /** How many speakers are not confirmed yet, where the page knows. */
  unconfirmed?: number
}

type Stop = { here: Place['here']; label: MessageKey; path: string; count?: number }

/** The organisers' menu: the project's pages, and the meeting's when they are in one. */
export function workspace(say: Say, place: Place): Html {
  const stops = place.here === 'home' ? [] : 'meeting' in place ? meetingStops(place) : projectStops(place.project)
  return html`<nav class="menu" aria-label="${say('workspace.menu')}">
${place.here === 'home' ? null : heading(say, place)}
<ul>${stops.map((stop) => item(say, stop, place.here))}</ul>
<form method="post" action="${paths.signOut}"><button class="link">${say('workspace.sign-out')}</button></form>
</nav>`
}

function heading(say: Say, place: Exclude<Place, { here: 'home' }>): Html {
  const { project } = place
  return html`<p class="menu-project"><a href="${paths.workspace(project)}">${words(say, project.title, project.locales)}</a></p>
${'meeting' in place ? html`<p class="menu-meeting">${words(say, place.meeting.title, project.locales)}</p>` : null}`
}

function item(say: Say, { here, label, path, count }: Stop, current: Place['here']): Html {
  return html`<li><a href="${path}"${here === current ? html` aria-current="page"` : null}>${say(label)}${count ? html` <span class="badge count">${count}<span class="unseen"> ${say('workspace.unconfirmed')}</span></span>` : null}</a></li>`
}

function projectStops(project: Project): Stop[] {
  return [
    { here: 'project', label: 'workspace.meetings', path: paths.workspace(project) },
    { here: 'project-call', label: 'workspace.call', path: paths.stories(project, null) },
    { here: 'letters', label: 'workspace.letters', path: paths.letters(project) },
    { here: 'people', label: 'workspace.people', path: paths.people(project) },
    { here: 'settings', label: 'workspace.settings', path: paths.projectSettings(project) },
  ]
}

function meetingStops({ project, meeting, unconfirmed = 0 }: MeetingPlace): Stop[] {
  return [
    { here: 'overview', label: 'workspace.overview', path: paths.overview(project, meeting) },
    { here: 'agenda', label: 'workspace.agenda', path: paths.agenda(project, meeting) },
    { here: 'call', label: 'workspace.call', path: paths.stories(project, meeting) },
    { here: 'speakers', label: 'workspace.speakers', path: paths.speakers(project, meeting), count: unconfirmed },
    { here: 'slides', label: 'workspace.slides', path: paths.collectSlides(project, meeting) },
    { here: 'registrations', label: 'workspace.registrations', path: paths.registrations(project, meeting) },
    { here: 'sign-up', label: 'workspace.sign-up', path: paths.signUp(project, meeting) },
    { here: 'meeting-settings', label: 'workspace.settings', path: paths.meetingSettings(project, meeting) },
  ]
}
