import type { ReleasedSlot } from '../../server/agenda/release.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { machine, time } from '../when.ts'
import { everyMinute, headline, momentText, type NowView } from './now.ts'

/** As many fit below each other on a wall. */
const mostNext = 4

/** What runs and what is next, on the wall of a hall: read from ten metres, never scrolled. */
export function screenPage(say: Say, view: NowView): Page {
  const { project, meeting, now, moment } = view
  const clock = time(now, meeting.zone, say.locale)
  return {
    say,
    title: `${say('now.title')}: ${plain(say, meeting.title, project.locales)}`,
    colour: colourOf(project),
    bare: 'screen',
    links: everyMinute,
    scripts: ['live'],
    main: html`<div id="screen" class="screen-page" data-live="${paths.live(project, meeting)}">
<header class="screen-head"><h1>${words(say, meeting.title, project.locales)}</h1>
<time class="screen-clock" datetime="${machine(now, meeting.zone)}">${clock}</time></header>
<section class="screen-now" data-count="${Math.min(4, moment.current.length)}" aria-label="${say('now.now')}">
${moment.current.length > 0 ? moment.current.slice(0, 4).map((slot) => current(say, slot, view)) : idle(say, view)}
</section>
<section class="screen-next"><h2>${moment.next.length > 0 ? say('now.next') : null}</h2>
<ol>${moment.next.slice(0, mostNext).map((slot) => next(say, slot, view))}</ol></section>
</div>`,
  }
}

export function idle(say: Say, view: NowView): Html {
  return html`<div class="screen-idle">${headline(say, view)}</div>`
}

export function current(say: Say, slot: ReleasedSlot, { project, meeting }: NowView): Html {
  const until = time(Temporal.Instant.from(slot.endsAt), meeting.zone, say.locale)
  return html`<article class="screen-slot">
<p class="screen-room">${slot.room ? words(say, slot.room, project.locales) : say('now.now')} <span>${say('now.until', { time: until })}</span></p>
<h2>${words(say, slot.title, project.locales)}</h2>
<p class="screen-speakers">${slot.speakers.map(({ name }) => name).join(', ')}</p>
</article>`
}

export function next(say: Say, slot: ReleasedSlot, view: NowView): Html {
  const { project, meeting } = view
  const at = Temporal.Instant.from(slot.startsAt)
  return html`<li><time datetime="${machine(at, meeting.zone)}">${momentText(say, at, view)}</time>
<strong>${words(say, slot.title, project.locales)}</strong>
<span>${slot.room && words(say, slot.room, project.locales)}</span></li>`
}
