import type { Meeting, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

export type CalendarLinks = { google: string; outlook: string }

/** The file first: copies in other calendars are never updated. */
export function calendarButtons(say: Say, project: Project, meeting: Meeting, calendar: CalendarLinks): Html {
  return html`<p class="row"><a class="button quiet" href="${paths.meetingFile(project, meeting)}">${say('registered.calendar-file')}</a>
<a class="button quiet" href="${calendar.google}" rel="noreferrer">Google</a>
<a class="button quiet" href="${calendar.outlook}" rel="noreferrer">Outlook</a></p>`
}
