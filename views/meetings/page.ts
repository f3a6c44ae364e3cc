import type { Day, Material, Meeting, Project, Slides } from '../../db/schema.ts'
import type { Released } from '../../server/agenda/release.ts'
import type { calendarLinks, feedLinks } from '../../server/calendar/links.ts'
import type { Remains } from '../../server/materials/remains.ts'
import type { Door } from '../../server/registrations/door.ts'
import type { Standing } from '../../server/registrations/places/standing.ts'
import type { CallFound } from '../../server/stories/call-state.ts'
import type { PlacesLeft } from '../../server/workshops/public.ts'
import { agendaList } from '../agenda/released.ts'
import { type Html, html } from '../html.ts'
import { materialsPublished } from '../materials/list.ts'
import { remainsLinks } from '../materials/remains.ts'
import { colourOf, type Page } from '../page.ts'
import { prose } from '../parts/markdown.ts'
import { poster } from '../parts/poster.ts'
import { marked, plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { storyInvitation } from '../stories/invitation.ts'
import { posterDate } from '../when.ts'
import { calendars } from './calendars.ts'
import { doorway } from './doorway.ts'
import { eventData } from './event-data.ts'
import { facts } from './facts.ts'
import { neighbours } from './neighbours.ts'
import { shareText } from './share-text.ts'
import { whoSpeaks } from './who-speaks.ts'

export type MeetingView = {
  project: Project
  meeting: Meeting
  days: Day[]
  agenda: Released | null
  /** Published ones, by the id of their slot. */
  slides: Map<string, Slides[]>
  /** Published ones of the meeting as a whole. */
  materials: Material[]
  /** Those that one can sign up for, by the id of their slot. */
  workshops: Map<string, PlacesLeft>
  places: Standing
  door: Door
  /** Its call for stories, while it is open. */
  invitation: CallFound | null
  remains: Remains | null
  /** All of the project's public meetings, in their order. */
  series: Meeting[]
  calendar: ReturnType<typeof calendarLinks>
  feed: ReturnType<typeof feedLinks>
  publicUrl: string
}

export function meetingPage(say: Say, view: MeetingView): Page {
  const { project, meeting } = view
  return {
    say,
    title: plain(say, meeting.title, project.locales),
    colour: colourOf(project),
    of: project,
    description: plain(say, meeting.summary, project.locales),
    card: `${paths.meetingCard(project, meeting)}?lang=${say.locale}`,
    data: eventData(say, view),
    links: html`<link rel="alternate" type="text/calendar" href="${paths.meetingFile(project, meeting)}">`,
    main: html`<article class="meeting-page">
${head(say, view)}
<section class="meeting-aside card" aria-label="${say('meeting.details')}">
${facts(say, view)}
${doorway(say, view)}
${calendars(say, view)}
</section>
<div class="meeting-more stack">
${project.example ? html`<p class="notice">${say('site.example')}</p>` : null}
${remainsLinks(say, project, meeting, view.remains)}
${about(say, view)}
${storyInvitation(say, view.invitation)}
${view.agenda ? agendaList(say, view.agenda, view) : null}
${materialsPublished(say, project.locales, view.materials)}
${whoSpeaks(say, view)}
${neighbours(say, view)}
${shareText(say, view)}
${disclaimer(say, project)}
</div>
</article>`,
  }
}

function head(say: Say, { project, meeting }: MeetingView): Html {
  const { startsAt, zone } = meeting
  return html`<header class="meeting-head card">
${poster({ slug: meeting.slug, colour: colourOf(project), ...posterDate(startsAt, zone, say.locale) }, 'wide')}
<div class="meeting-words">
<p class="above"><a href="${paths.project(project)}">${words(say, project.title, project.locales)}</a> · ${say('meeting.number', { number: meeting.number })}</p>
<h1>${marked(say, meeting.title, project.locales)}</h1>
</div>
</header>`
}

function about(say: Say, { project, meeting }: MeetingView): Html | null {
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
