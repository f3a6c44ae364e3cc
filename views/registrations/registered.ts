import type { Meeting, Project } from '../../db/schema.ts'
import type { Got } from '../../server/registrations/got.ts'
import { html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { words } from '../parts/texts.ts'
import { whenText } from '../parts/when-and-where.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { type CalendarLinks, calendarButtons } from './calendar-buttons.ts'

export type RegisteredView = {
  project: Project
  meeting: Meeting
  got: Got
  calendar: CalendarLinks
}

export function registeredPage(say: Say, { project, meeting, got, calendar }: RegisteredView): Page {
  const title = say(titles[got])
  return {
    say,
    title,
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="register-page">
<section class="card answer">
<h1 class="answer-head">${title}</h1>
<div class="answer-body stack">
<p class="lead">${words(say, meeting.title, project.locales)}<br>
${whenText(say, meeting)}</p>
<p>${say(nexts[got])}</p>
${got === 'place' ? calendarButtons(say, paths.meetingFile(project, meeting), calendar) : null}
<p class="hint">${say('registered.again')}</p>
<p><a href="${paths.meeting(project, meeting)}">${say('register.back')}</a></p>
</div>
</section>
</div>`,
  }
}

const titles = {
  held: 'registered.held-title',
  place: 'registered.title',
  'waiting-list': 'registered.waiting-title',
  request: 'registered.request-title',
} as const

const nexts = {
  held: 'registered.held-next',
  place: 'registered.next',
  'waiting-list': 'registered.waiting-next',
  request: 'registered.request-next',
} as const
