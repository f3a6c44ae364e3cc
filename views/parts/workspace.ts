import type { Meeting, Project } from '../../db/schema.ts'
import type { May, Needed } from '../../server/organisers/rights.ts'
import { type Html, html } from '../html.ts'
import { newsPaths } from '../news-paths.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'
import { words } from './texts.ts'

export type Place =
  | { here: 'home' }
  | {
      here:
        | 'project'
        | 'settings'
        | 'people'
        | 'history'
        | 'held'
        | 'letters'
        | 'project-call'
        | 'consent'
        | 'commitments'
        | 'dialogue'
        | 'own-items'
        | 'numbers'
        | 'materials'
        | 'report'
      project: Project
    }
  | MeetingPlace

type MeetingPlace = {
  here:
    | 'overview'
    | 'agenda'
    | 'call'
    | 'speakers'
    | 'slides'
    | 'materials'
    | 'photos'
    | 'registrations'
    | 'mailings'
    | 'sign-up'
    | 'helpers'
    | 'share'
    | 'door'
    | 'run-sheet'
    | 'moderate'
    | 'polls'
    | 'minutes'
    | 'survey'
    | 'news'
    | 'meeting-settings'
  project: Project
  meeting: Meeting
  /** How many speakers are not confirmed yet, where the page knows. */
  unconfirmed?: number
}

/** `needs`: what the reader has to be to see it; absent: an organiser. */
type Stop = { here: Place['here']; needs?: Needed; label: MessageKey; path: string; count?: number }

type Part = { label: MessageKey | null; stops: Stop[] }

/** The organisers' menu: the project's pages, and the meeting's when they are in one, as far as the reader may see them. */
export function workspace(say: Say, place: Place): (may: May) => Html {
  return (may) => html`<nav class="menu" aria-label="${say('workspace.menu')}">
${place.here === 'home' ? null : heading(say, place)}
<ul>${partsIn(place, may).map((part) => partOf(say, part, place.here))}
<li class="menu-out"><form method="post" action="${paths.signOut}"><button class="link">${say('workspace.sign-out')}</button></form></li></ul>
</nav>`
}

function partsIn(place: Place, may: May): Part[] {
  if (place.here === 'home') return []
  if (!('meeting' in place)) return [{ label: null, stops: seenBy(projectStops(place.project), may) }]
  const parts = meetingParts(place).map(({ label, stops }) => ({ label, stops: seenBy(stops, may, place.meeting) }))
  return parts.filter(({ stops }) => stops.length > 0)
}

function seenBy(stops: Stop[], may: May, meeting?: Meeting): Stop[] {
  return stops.filter(({ needs = 'organiser' }) => may(needs, meeting))
}

function partOf(say: Say, { label, stops }: Part, current: Place['here']): Html {
  return html`${label ? html`<li class="menu-part">${say(label)}</li>` : null}${stops.map((stop) => item(say, stop, current))}`
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
    { here: 'project', needs: 'member', label: 'workspace.meetings', path: paths.workspace(project) },
    { here: 'project-call', label: 'workspace.call', path: paths.stories(project, null) },
    { here: 'dialogue', label: 'dialogue.title', path: paths.dialogue(project) },
    { here: 'own-items', needs: 'answerer', label: 'dialogue.mine', path: paths.ownItems(project) },
    { here: 'commitments', label: 'commitments.title', path: paths.commitmentsDesk(project) },
    { here: 'letters', needs: 'meeting-organiser', label: 'workspace.letters', path: paths.letters(project) },
    { here: 'numbers', label: 'numbers.title', path: paths.numbers(project) },
    { here: 'materials', label: 'materials.title', path: paths.materialsDesk({ project, meeting: null }) },
    { here: 'report', label: 'report.title', path: paths.report(project) },
    { here: 'people', label: 'workspace.people', path: paths.people(project) },
    { here: 'held', label: 'workspace.held', path: paths.held(project) },
    { here: 'settings', label: 'workspace.settings', path: paths.projectSettings(project) },
    { here: 'consent', needs: 'owner', label: 'consent-text.title', path: paths.consentText(project) },
  ]
}

/** In the order in which a meeting is lived: planned, filled, held, kept. */
function meetingParts(place: MeetingPlace): Part[] {
  return [
    { label: null, stops: planStops(place) },
    { label: 'workspace.part-people', stops: peopleStops(place) },
    { label: 'workspace.part-day', stops: dayStops(place) },
    { label: 'workspace.part-after', stops: afterStops(place) },
  ]
}

function planStops({ project, meeting, unconfirmed = 0 }: MeetingPlace): Stop[] {
  return [
    { here: 'overview', needs: 'member', label: 'workspace.overview', path: paths.overview(project, meeting) },
    { here: 'agenda', needs: 'moderator', label: 'workspace.agenda', path: paths.agenda(project, meeting) },
    { here: 'call', label: 'workspace.call', path: paths.stories(project, meeting) },
    { here: 'speakers', label: 'workspace.speakers', path: paths.speakers(project, meeting), count: unconfirmed },
    { here: 'slides', label: 'workspace.slides', path: paths.collectSlides(project, meeting) },
    { here: 'meeting-settings', label: 'workspace.settings', path: paths.meetingSettings(project, meeting) },
  ]
}

function peopleStops({ project, meeting }: MeetingPlace): Stop[] {
  return [
    { here: 'registrations', label: 'workspace.registrations', path: paths.registrations(project, meeting) },
    { here: 'sign-up', label: 'workspace.sign-up', path: paths.signUp(project, meeting) },
    { here: 'mailings', label: 'mailings.title', path: paths.mailings(project, meeting) },
    { here: 'share', label: 'share.title', path: paths.share(project, meeting) },
    { here: 'helpers', label: 'helpers.title', path: paths.helpers(project, meeting) },
  ]
}

function dayStops({ project, meeting }: MeetingPlace): Stop[] {
  return [
    { here: 'door', needs: 'door', label: 'workspace.door', path: paths.door(project, meeting) },
    { here: 'run-sheet', needs: 'moderator', label: 'run-sheet.title', path: paths.runSheet(project, meeting) },
    { here: 'moderate', needs: 'moderator', label: 'moderate.title', path: paths.moderate(project, meeting) },
    { here: 'polls', needs: 'moderator', label: 'polls.title', path: paths.pollsDesk(project, meeting) },
  ]
}

function afterStops({ project, meeting }: MeetingPlace): Stop[] {
  return [
    { here: 'photos', label: 'album.title', path: paths.album(project, meeting) },
    { here: 'materials', label: 'materials.title', path: paths.materialsDesk({ project, meeting }) },
    { here: 'minutes', needs: 'moderator', label: 'minutes.title', path: paths.minutesDesk(project, meeting) },
    { here: 'news', label: 'news.title', path: newsPaths.newsDesk(project, meeting) },
    { here: 'survey', label: 'survey.results', path: paths.surveyResults(project, meeting) },
  ]
}
