import type { Project } from '../../db/schema.ts'
import type { Listed } from '../../server/projects/series.ts'
import { type Html, html } from '../html.ts'
import { colourOf } from '../page.ts'
import { poster } from '../parts/poster.ts'
import { words } from '../parts/texts.ts'
import { isOneDay, machineStart, whenText } from '../parts/when-and-where.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { machine, posterDate, shortDay, time, zoneName } from '../when.ts'

/** One meeting in a list; `above` names its project where several are listed together. */
export function meetingCard(say: Say, project: Project, one: Listed, above: Html | null = null): Html {
  const { meeting } = one
  return html`<article class="card meeting-card" data-colour="${project.colour}" data-status="${one.status}">
${picture(say, project, one)}
<p class="meeting-number">${above}${above ? ' · ' : null}${say('series.number', { number: meeting.number })}</p>
<h3><a href="${paths.meeting(project, meeting)}">${words(say, meeting.title, project.locales)}</a></h3>
<p class="meeting-when">${when(say, project, one)}</p>
${where(say, project, one)}
${standing(say, project, one)}
</article>`
}

/** For what is to come. A postponed meeting has no date to show. */
function picture(say: Say, project: Project, { meeting, status }: Listed): Html | null {
  if (status === 'done') return null
  const date =
    status === 'postponed'
      ? { day: '?', month: '' }
      : posterDate(meeting.startsAt, meeting.allDay ? meeting.zone : project.zone, say.locale)
  return poster({ slug: meeting.slug, colour: colourOf(project), ...date }, 'wide')
}

/** In the project's zone, which is named where the meeting's own is another. */
function when(say: Say, { zone }: Project, { meeting, status }: Listed): Html | string {
  if (status === 'postponed') return say('series.new-date')
  if (meeting.allDay) return html`<time datetime="${machineStart(meeting)}">${whenText(say, meeting)}</time>`
  const span = { ...meeting, zone }
  const abroad = meeting.zone === zone ? '' : ` (${zoneName(zone, meeting.startsAt, say.locale)})`
  return html`<time datetime="${machine(meeting.startsAt, zone)}">${isOneDay(span) ? whenText(say, span) : severalDays(say, span)}${abroad}</time>`
}

type Span = { startsAt: Temporal.Instant; endsAt: Temporal.Instant; zone: string }

function severalDays({ locale }: Say, { startsAt, endsAt, zone }: Span): string {
  const [first, last] = [shortDay(startsAt, zone, locale), shortDay(endsAt, zone, locale)]
  return `${first}, ${time(startsAt, zone, locale)} – ${last}, ${time(endsAt, zone, locale)}`
}

function where(say: Say, project: Project, { meeting }: Listed): Html | null {
  const name = words(say, meeting.placeName, project.locales)
  if (name.markup !== '') return html`<p class="meeting-place">${name}</p>`
  if (meeting.address) return html`<p class="meeting-place">${meeting.address}</p>`
  return meeting.onlineUrl ? html`<p class="meeting-place">${say('series.online')}</p>` : null
}

function standing(say: Say, { zone }: Project, { meeting, door, left }: Listed): Html | null {
  const badge = (text: string, kind: string) => html`<p><span class="sticker ${kind}">${text}</span></p>`
  switch (door) {
    case 'open':
      return badge(say('series.left', { left, capacity: meeting.capacity }), 'open')
    case 'waiting-list':
      return badge(say('series.full'), 'full')
    case 'full':
      return badge(say('meeting.full'), 'full')
    case 'not-yet':
      return badge(
        say('series.not-yet', { date: shortDay(meeting.opensAt ?? meeting.startsAt, zone, say.locale) }),
        'later',
      )
    case 'closed':
      return badge(say('series.closed'), 'closed')
    case 'postponed':
      return badge(say('series.postponed'), 'postponed')
    case 'cancelled':
      return badge(say('series.cancelled'), 'cancelled')
    case 'over':
      return null
  }
}
