import { type Html, html } from '../html.ts'
import type { Say } from '../say.ts'

export type CalendarLinks = { google: string; outlook: string }

/** The file first: copies in other calendars are never updated. */
export function calendarButtons(say: Say, file: string, calendar: CalendarLinks): Html {
  return html`<p class="row"><a class="button quiet" href="${file}">${say('registered.calendar-file')}</a>
<a class="button quiet" href="${calendar.google}" rel="nofollow noreferrer">Google</a>
<a class="button quiet" href="${calendar.outlook}" rel="nofollow noreferrer">Outlook</a></p>`
}
