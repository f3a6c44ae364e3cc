import { type Html, html } from '../html.ts'
import { plain } from '../parts/texts.ts'
import { placeText, whenText } from '../parts/when-and-where.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { MeetingView } from './page.ts'

type Told = Pick<MeetingView, 'project' | 'meeting' | 'publicUrl'>

/** Words and a picture to paste into a group chat. */
export function shareText(say: Say, view: MeetingView): Html | null {
  if (view.door === 'over' || view.door === 'cancelled' || view.door === 'postponed') return null
  const { project, meeting } = view
  return html`<details class="card fold"><summary>${say('meeting.share')}</summary>
<div class="stack">
<p class="hint">${say('meeting.share-hint')}</p>
<pre class="share-text">${invitationText(say, view)}</pre>
<p><a href="${paths.meetingCard(project, meeting)}?lang=${say.locale}&amp;shape=story" download="${meeting.slug}.png">${say('meeting.share-picture')}</a></p>
</div>
</details>`
}

/** What, when, where; that it is off, where it is. */
export function invitationText(say: Say, { project, meeting, publicUrl }: Told): string {
  const { status } = meeting
  const isOff = status === 'cancelled' || status === 'postponed'
  return [
    plain(say, meeting.title, project.locales),
    isOff ? say(`meeting.door-${status}`) : whenText(say, meeting),
    placeText(say, project, meeting) || meeting.onlineUrl,
    publicUrl + paths.meeting(project, meeting),
  ]
    .filter(Boolean)
    .join('\n')
}
