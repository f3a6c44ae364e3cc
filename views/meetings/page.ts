import type { Remains } from '../../server/materials/remains.ts'
import type { Door } from '../../server/registrations/door.ts'
import type { Standing } from '../../server/registrations/places/standing.ts'
import type { PlacesLeft } from '../../server/workshops/public.ts'
import { agendaList } from '../agenda/released.ts'
import { html } from '../html.ts'
import { remainsLinks } from '../materials/remains.ts'
import { colourOf, type Page } from '../page.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { calendars } from './calendars.ts'
import { doorway } from './doorway.ts'
import { offerOf } from './event-data.ts'
import { facts } from './facts.ts'
import type { LastingParts, MeetingKept } from './lasting-parts.ts'
import { shareText } from './share-text.ts'

export type MeetingView = MeetingKept & {
  parts: LastingParts
  /** Those that one can sign up for, by the id of their slot. */
  workshops: Map<string, PlacesLeft>
  places: Standing
  door: Door
  /** Photos hang on what those who came have agreed to, so these are not among the parts. */
  remains: Remains | null
}

export function meetingPage(say: Say, view: MeetingView): Page {
  const { project, meeting, agenda, workshops, parts } = view
  // With workshops it says how many places each has left.
  const programme = agenda && workshops.size > 0 ? agendaList(say, agenda, view) : parts.agenda
  return {
    say,
    title: plain(say, meeting.title, project.locales),
    colour: colourOf(project),
    of: project,
    description: plain(say, meeting.summary, project.locales),
    card: `${paths.meetingCard(project, meeting)}?lang=${say.locale}`,
    data: { ...parts.data, offers: offerOf(view) },
    links: html`<link rel="alternate" type="text/calendar" href="${paths.meetingFile(project, meeting)}">`,
    main: html`<article class="meeting-page">
${parts.head}
<section class="meeting-aside card" aria-label="${say('meeting.details')}">
${facts(say, view)}
${doorway(say, view)}
${calendars(say, view)}
</section>
<div class="meeting-more stack">
${project.example ? html`<p class="notice">${say('site.example')}</p>` : null}
${remainsLinks(say, project, meeting, view.remains)}
${parts.about}
${parts.invitation}
${programme}
${parts.materials}
${parts.speakers}
${parts.neighbours}
${shareText(say, view)}
${parts.disclaimer}
</div>
</article>`,
  }
}
