import type { Board } from '../../server/agenda/board.ts'
import { type Html, html } from '../html.ts'
import { words } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { day, local, time, timeSpan } from '../when.ts'
import { type Clock, clockOf, halfHours, lane, sinceStart } from './clock.ts'
import type { AgendaView } from './page.ts'
import { slotItem } from './slot.ts'

/**
 * One day: a list in the order of time, each item saying its own. Wide screens set it beside the hours, a lane for each
 * room: `data-t` is an offset or a length (agenda-board-clock.css), `data-n` a number of lanes or one of them.
 */
export function dayTimeline(say: Say, view: AgendaView, one: Board['days'][number]): Html {
  const { zone } = view.meeting
  const slots = view.board.timed.filter(({ dayId }) => dayId === one.id)
  const clock = clockOf(one, slots, zone)
  const lanes = lane(Math.max(1, view.board.rooms.length))
  return html`<section class="draft-day" aria-labelledby="day-${one.id}">
<h2 id="day-${one.id}">${day(one.startsAt, zone, say.locale)} <span class="hint">${timeSpan({ ...one, zone }, say.locale)}</span></h2>
<div class="board" data-n="${lanes}">
${roomNames(say, view)}
<div class="lanes" data-t="${sinceStart(clock, clock.until)}" data-day="${one.id}">
${hours(say, view, clock)}
${slots.length === 0 ? html`<p class="hint">${say('agenda.empty-day')}</p>` : null}
<ol class="slots">${slots.map((slot) => slotItem(say, view, slot, clock))}</ol>
</div></div>
</section>`
}

function roomNames(say: Say, { board, project }: AgendaView): Html | null {
  if (board.rooms.length === 0) return null
  const name = (room: Board['rooms'][number], i: number) =>
    html`<span data-n="${lane(i + 1)}" data-room="${room.id}">${words(say, room.name, project.locales)} <small>${room.capacity}</small></span>`
  return html`<p class="lane-names" aria-hidden="true">${board.rooms.map(name)}</p>`
}

/** For the eye alone: every slot says its time itself. */
function hours(say: Say, { meeting: { zone } }: AgendaView, clock: Clock): Html {
  const tick = (at: Temporal.Instant) =>
    html`<li data-t="${sinceStart(clock, at)}" data-at="${local(at, zone)}"><b>${time(at, zone, say.locale)}</b></li>`
  return html`<ol class="hours" aria-hidden="true">${halfHours(clock).map(tick)}</ol>`
}
