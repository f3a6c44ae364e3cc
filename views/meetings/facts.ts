import { type Html, html } from '../html.ts'
import { icon } from '../parts/icon.ts'
import { words } from '../parts/texts.ts'
import { isOneDay, machineStart, whenText } from '../parts/when-and-where.ts'
import type { Say } from '../say.ts'
import { day, dayAndTime, machine, time, zoneName } from '../when.ts'
import { standingSticker } from './doorway.ts'
import type { MeetingShown } from './lasting-parts.ts'
import type { MeetingView } from './page.ts'

type Span = { startsAt: Temporal.Instant; endsAt: Temporal.Instant }

/** When, where, how many places: what one needs to know before anything else. */
export function facts(say: Say, view: MeetingView): Html {
  return html`<ul class="facts">
${view.parts.whenAndWhere}
<li>${icon('people')}<div>${standingSticker(say, view)}</div></li>
</ul>`
}

export function whenAndWhere(say: Say, shown: MeetingShown): Html {
  return html`${when(say, shown)}
${where(say, shown)}
${online(say, shown)}`
}

function when(say: Say, { meeting, days }: MeetingShown): Html {
  if (meeting.allDay) return wholeDays(say, meeting)
  const lines = days.map((span) => oneDay(say, span, meeting.zone))
  return html`<li>${icon('calendar')}<div>
${meeting.status === 'postponed' ? html`<s>${lines}</s>` : lines}
<span class="hint">${zoneName(meeting.zone, meeting.startsAt, say.locale)}</span>
</div></li>`
}

/** Dates need no zone. */
function wholeDays(say: Say, meeting: MeetingShown['meeting']): Html {
  const dates = html`<strong><time datetime="${machineStart(meeting)}">${whenText(say, meeting)}</time></strong>`
  return html`<li>${icon('calendar')}<div>${meeting.status === 'postponed' ? html`<s>${dates}</s>` : dates}</div></li>`
}

function oneDay(say: Say, span: Span, zone: string): Html {
  if (isOneDay({ ...span, zone })) {
    return html`<strong>${day(span.startsAt, zone, say.locale)}</strong>
<span class="times">${clock(say, span.startsAt, zone)}–${clock(say, span.endsAt, zone)}</span>`
  }
  return html`<strong>${moment(say, span.startsAt, zone)} – ${moment(say, span.endsAt, zone)}</strong>`
}

function clock(say: Say, at: Temporal.Instant, zone: string): Html {
  return html`<time datetime="${machine(at, zone)}">${time(at, zone, say.locale)}</time>`
}

function moment(say: Say, at: Temporal.Instant, zone: string): Html {
  return html`<time datetime="${machine(at, zone)}">${dayAndTime(at, zone, say.locale)}</time>`
}

function where(say: Say, { project, meeting }: MeetingShown): Html | null {
  const name = words(say, meeting.placeName, project.locales)
  const notes = words(say, meeting.accessNotes, project.locales)
  if (!name.markup && !meeting.address) return null
  const details = [meeting.address, notes].filter((part) => String(part) !== '')
  return html`<li>${icon('place')}<div><strong>${name.markup ? name : meeting.address}</strong>
${name.markup || notes.markup ? html`<span class="hint">${joined(name.markup ? details : [notes])}</span>` : null}</div></li>`
}

function joined(parts: (Html | string)[]): Html[] {
  return parts.map((part, i) => html`${i > 0 ? ' · ' : null}${part}`)
}

function online(say: Say, { meeting }: MeetingShown): Html | null {
  if (!meeting.onlineUrl) return null
  return html`<li>${icon('online')}<div><a href="${meeting.onlineUrl}" rel="nofollow">${say('meeting.online')}</a></div></li>`
}
