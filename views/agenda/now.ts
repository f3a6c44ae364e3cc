import type { Meeting, Project } from '../../db/schema.ts'
import type { NowAndNext } from '../../server/agenda/now-and-next.ts'
import type { Released, ReleasedSlot } from '../../server/agenda/release.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { plain, words } from '../parts/texts.ts'
import { isOneDay } from '../parts/when-and-where.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { ahead, machine, momentWithin, time } from '../when.ts'

export type NowView = {
  project: Project
  meeting: Meeting
  agenda: Released | null
  moment: NowAndNext
  now: Temporal.Instant
}

/** Without JavaScript the page is asked for again every minute. */
export const everyMinute: Html = html`<noscript><meta http-equiv="refresh" content="60"></noscript>`

/** What runs and what is next, for somebody who stands in a corridor with a phone. */
export function nowPage(say: Say, view: NowView): Page {
  const { project, meeting } = view
  return {
    say,
    title: `${say('now.title')}: ${plain(say, meeting.title, project.locales)}`,
    colour: colourOf(project),
    of: project,
    description: say('now.title'),
    links: everyMinute,
    scripts: ['live'],
    main: html`<div class="reading-page stack">
<header><p class="above"><a href="${paths.meeting(project, meeting)}">${words(say, meeting.title, project.locales)}</a></p>
<h1>${say('now.title')}</h1></header>
${nowPart(say, view)}
<p><a class="button quiet" href="${paths.meeting(project, meeting)}#agenda">${say('slot.whole-agenda')}</a></p>
</div>`,
  }
}

/** The part that follows the clock and the organisers. */
export function nowPart(say: Say, view: NowView): Html {
  const { project, meeting, agenda, moment } = view
  return html`<div id="now" class="now stack" data-live="${paths.live(project, meeting)}">
${agenda?.lateMinutes && moment.state !== 'over' ? html`<p class="notice">${say('now.late')}</p>` : null}
${headline(say, view)}
${
  moment.current.length > 0 &&
  html`<section><h2>${say('now.now')}</h2>
<ul class="agenda">${moment.current.map((slot) => nowItem(say, slot, view, 'until'))}</ul></section>`
}
${
  moment.next.length > 0 &&
  html`<section><h2>${say('now.next')}</h2>
<ul class="agenda">${moment.next.map((slot) => nowItem(say, slot, view, 'at'))}</ul></section>`
}
</div>`
}

/** What is the matter when nothing runs, in words. */
export function headline(say: Say, { meeting, agenda, moment, now }: NowView): Html | null {
  if (meeting.status === 'cancelled') return html`<p class="lead">${say('mine.meeting-cancelled')}</p>`
  if (meeting.status === 'postponed') return html`<p class="lead">${say('mine.meeting-postponed')}</p>`
  if (!agenda || agenda.slots.length === 0) return html`<p class="lead">${say('now.no-agenda')}</p>`
  if (moment.state === 'over') return html`<p class="lead">${say('now.over')}</p>`
  const [next] = moment.next
  if (moment.current.length > 0 || !next) return null
  const at = Temporal.Instant.from(next.startsAt)
  const values = { ahead: ahead(now, at, meeting.zone, say.locale), when: momentText(say, at, { meeting, now }) }
  return html`<p class="lead"><strong>${say(moment.state === 'before' ? 'now.before' : 'now.pause', values)}</strong></p>`
}

/** "17:30", with the day unless it is today; only English writes days with a capital inside a sentence. */
export function momentText(
  say: Say,
  at: Temporal.Instant,
  { meeting: { zone }, now }: Pick<NowView, 'meeting' | 'now'>,
): string {
  if (isOneDay({ startsAt: now, endsAt: at, zone })) return time(at, zone, say.locale)
  return momentWithin(at, zone, say.locale)
}

function nowItem(say: Say, slot: ReleasedSlot, view: NowView, which: 'until' | 'at'): Html {
  const { project, meeting } = view
  const [startsAt, endsAt] = [Temporal.Instant.from(slot.startsAt), Temporal.Instant.from(slot.endsAt)]
  const when = which === 'until' ? say('now.until', { time: time(endsAt, meeting.zone, say.locale) }) : null
  return html`<li class="agenda-item">
<time datetime="${machine(startsAt, meeting.zone)}">${time(startsAt, meeting.zone, say.locale)}</time>
<article class="slot ${slot.type}${when && ' running'}">
${slot.room && html`<p class="room">${words(say, slot.room, project.locales)}</p>`}
<h3><a class="slot-link" href="${paths.slot(project, meeting, slot)}">${words(say, slot.title, project.locales)}</a></h3>
${slot.speakers.length > 0 && html`<p class="speakers">${slot.speakers.map(({ name }) => name).join(', ')}</p>`}
<p class="facts">${when ?? ahead(view.now, startsAt, meeting.zone, say.locale)}</p>
</article></li>`
}
