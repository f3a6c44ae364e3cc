import type { Meeting, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { words } from '../parts/texts.ts'
import { machineStart, whenText } from '../parts/when-and-where.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'
import { shortDay } from '../when.ts'
import type { MeetingShown } from './lasting-parts.ts'

/** The meetings before and after this one in the project's series. */
export function neighbours(say: Say, { project, meeting, series }: MeetingShown): Html | null {
  const here = series.findIndex(({ id }) => id === meeting.id)
  const [before, after] = [series[here - 1], series[here + 1]]
  if (!before && !after) return null
  return html`<nav class="stack" aria-label="${say('meeting.series')}"><h2>${say('meeting.series')}</h2>
<ul class="neighbours">
${before ? neighbour(say, project, before, 'meeting.before') : null}
${after ? neighbour(say, project, after, 'meeting.after') : null}
</ul></nav>`
}

function neighbour(say: Say, project: Project, meeting: Meeting, label: MessageKey): Html {
  const { startsAt, zone, allDay } = meeting
  return html`<li><span class="hint">${say(label)} · <time datetime="${machineStart(meeting)}">${allDay ? whenText(say, meeting) : shortDay(startsAt, zone, say.locale)}</time></span><br>
<a href="${paths.meeting(project, meeting)}"><strong>${words(say, meeting.title, project.locales)}</strong></a></li>`
}
