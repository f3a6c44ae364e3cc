import type { Day, Material, Meeting, Project, Slides } from '../../db/schema.ts'
import type { Released } from '../../server/agenda/release.ts'
import type { calendarLinks, feedLinks } from '../../server/calendar/links.ts'
import type { CallFound } from '../../server/stories/call-state.ts'
import { agendaList } from '../agenda/released.ts'
import { type Html, html } from '../html.ts'
import { materialsPublished } from '../materials/list.ts'
import { colourOf } from '../page.ts'
import { prose } from '../parts/markdown.ts'
import { poster } from '../parts/poster.ts'
import { marked, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { storyInvitation } from '../stories/invitation.ts'
import { posterDate } from '../when.ts'
import { eventData } from './event-data.ts'
import { whenAndWhere } from './facts.ts'
import { neighbours } from './neighbours.ts'
import { whoSpeaks } from './who-speaks.ts'

/** What a meeting's page shows whoever has a place. */
export type MeetingShown = {
  project: Project
  meeting: Meeting
  days: Day[]
  agenda: Released | null
  /** Published ones, by the id of their slot. */
  slides: Map<string, Slides[]>
  /** Published ones of the meeting as a whole. */
  materials: Material[]
  /** Its call for stories, while it is open. */
  invitation: CallFound | null
  /** All of the project's public meetings, in their order. */
  series: Meeting[]
  calendar: ReturnType<typeof calendarLinks>
  feed: ReturnType<typeof feedLinks>
  publicUrl: string
}

/** What of it is kept beside the parts; the rest is in them, and would take more memory than all else. */
export type MeetingKept = Omit<MeetingShown, 'series' | 'materials'>

export type LastingParts = ReturnType<typeof lastingParts>

/** The parts of a meeting's page that are the same whoever has a place: most of it, made once for all who sign up. */
export function lastingParts(say: Say, shown: MeetingShown) {
  const { project, agenda } = shown
  return {
    head: head(say, shown),
    whenAndWhere: whenAndWhere(say, shown),
    about: about(say, shown),
    invitation: storyInvitation(say, shown.invitation),
    agenda: agenda && agendaList(say, agenda, { ...shown, workshops: new Map() }),
    materials: materialsPublished(say, project.locales, shown.materials),
    speakers: whoSpeaks(say, shown),
    neighbours: neighbours(say, shown),
    disclaimer: disclaimer(say, project),
    data: eventData(say, shown),
  }
}

function head(say: Say, { project, meeting }: MeetingShown): Html {
  const { startsAt, zone } = meeting
  return html`<header class="meeting-head card">
${poster({ slug: meeting.slug, colour: colourOf(project), ...posterDate(startsAt, zone, say.locale) }, 'wide')}
<div class="meeting-words">
<p class="above"><a href="${paths.project(project)}">${words(say, project.title, project.locales)}</a> · ${say('meeting.number', { number: meeting.number })}</p>
<h1>${marked(say, meeting.title, project.locales)}</h1>
</div>
</header>`
}

function about(say: Say, { project, meeting }: MeetingShown): Html | null {
  const summary = marked(say, meeting.summary, project.locales)
  const description = prose(say, meeting.description, project.locales)
  if (!summary.markup && !description) return null
  return html`<section class="meeting-about stack">
${summary.markup ? html`<p class="lead">${summary}</p>` : null}
${description}
</section>`
}

/** The funder's sentence belongs on every page. */
function disclaimer(say: Say, { disclaimer, locales }: Project): Html | null {
  const sentence = words(say, disclaimer, locales)
  return sentence.markup ? html`<p class="hint">${sentence}</p>` : null
}
