import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { MeetingView } from './page.ts'

/** The file and the feed first: what other calendars copy from a link never moves again. */
export function calendars(say: Say, { door, project, meeting, calendar, feed }: MeetingView): Html | null {
  if (door === 'over' || door === 'cancelled' || door === 'postponed') return null
  return html`<hr>
<p class="row calendars">
<a class="button quiet" href="${paths.meetingFile(project, meeting)}">${say('meeting.calendar-file')}</a>
<a class="button quiet" href="${feed.webcal}">${say('meeting.subscribe')}</a>
</p>
<details class="fold"><summary>${say('meeting.other-calendars')}</summary>
<div class="stack">
<p class="row calendars">
<a class="button quiet" href="${calendar.google}" rel="nofollow noreferrer">Google</a>
<a class="button quiet" href="${calendar.outlook}" rel="nofollow noreferrer">Outlook</a>
<a class="button quiet" href="${calendar.office}" rel="nofollow noreferrer">Office 365</a>
</p>
<p class="hint">${say('meeting.copies-stay')}</p>
<p><a href="${paths.subscribe(project, meeting)}">${say('subscribe.more')}</a></p>
</div>
</details>`
}
