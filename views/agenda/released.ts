import type { Localised } from '../../db/languages.ts'
import type { Meeting, Project, Slides } from '../../db/schema.ts'
import type { Released, ReleasedSlot } from '../../server/agenda/release.ts'
import type { PlacesLeft } from '../../server/workshops/public.ts'
import { type Html, html } from '../html.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { slidesPublished } from '../slides/published.ts'
import { datesOf, day, machine, shortDay, time } from '../when.ts'
import { placesLeft } from '../workshops/places-left.ts'
import { gridOf, type Lines } from './grid.ts'

type Shown = {
  project: Project
  meeting: Meeting
  /** By the id of their slot, like the places of workshops. */
  slides: Map<string, Slides[]>
  workshops: Map<string, PlacesLeft>
}
type Where = Shown & { rooms: Localised[]; single: boolean }

/** More rooms than this do not fit side by side: then they are labels on wide screens too. */
const mostColumns = 4

/**
 * The agenda as it was released: a list in which every item says its own time. Style sheets may show it as a grid:
 * `.agenda[data-rooms]` has as many columns, `.agenda-item[data-room]` stands in one of them (without it, in all), from
 * the line `data-from` to the line `data-to`, so that what happens at the same time stands side by side.
 */
export function agendaList(say: Say, agenda: Released, { project, meeting, slides, workshops }: Shown): Html {
  const days = byDay(agenda.slots, meeting.zone)
  const shown = { project, meeting, slides, workshops }
  const where: Where = { ...shown, rooms: roomsOf(agenda.slots), single: days.length === 1 && !isOpenForDays(meeting) }
  return html`<section class="agenda-public" aria-labelledby="agenda">
<header class="agenda-head"><h2 id="agenda">${say('agenda.title')}</h2>
<p class="hint">${version(say, agenda, where)}</p></header>
${days.map((slots) => dayList(say, slots, where))}
</section>`
}

/** Then even the only day with an agenda needs its date. */
function isOpenForDays(meeting: Meeting): boolean {
  const { first, last } = datesOf(meeting)
  return meeting.allDay && !first.equals(last)
}

function version(say: Say, { releasedAt, version, name }: Released, { project, meeting }: Where): Html {
  const date = shortDay(releasedAt, meeting.zone, say.locale)
  return html`${say('agenda.released', { date, version })}${name && ` · ${name}`}<span class="link-on"> · <a href="${paths.changelog(project, meeting)}">${say('agenda.changelog')}</a></span>`
}

/** Slots of one calendar day together, in their order. */
function byDay(slots: readonly ReleasedSlot[], zone: string): ReleasedSlot[][] {
  const dateOf = (slot: ReleasedSlot) => start(slot).toZonedDateTimeISO(zone).toPlainDate().toString()
  return [...Map.groupBy(slots, dateOf).values()]
}

function dayList(say: Say, slots: readonly ReleasedSlot[], where: Where): Html {
  const { rooms, meeting, single } = where
  const grid = rooms.length > 1 && rooms.length <= mostColumns ? gridOf(slots) : null
  const columns = grid && html` data-rooms="${rooms.length}"`
  const [first] = slots
  return html`${single || !first ? null : html`<h3 class="agenda-day">${day(start(first), meeting.zone, say.locale)}</h3>`}
${columns && html`<p class="agenda-rooms"${columns} aria-hidden="true">${rooms.map((room) => html`<span>${words(say, room, where.project.locales)}</span>`)}</p>`}
<ol class="agenda"${columns}>${slots.map((slot, i) => item(say, slot, { ...where, lines: grid?.get(slot.id), together: slots[i - 1]?.startsAt === slot.startsAt }))}</ol>`
}

type Item = Where & { lines: Lines | undefined; together: boolean }

function item(say: Say, slot: ReleasedSlot, where: Item): Html {
  const { meeting, rooms, lines, together } = where
  const at = start(slot)
  const column = slot.room ? html` data-room="${rooms.findIndex((room) => isSame(room, slot.room)) + 1}"` : null
  return html`<li class="agenda-item${together ? ' same-time' : ''}" id="${slot.slug}"${column}${lines && html` data-from="${lines.from}" data-to="${lines.to}"`}>
<time datetime="${machine(at, meeting.zone)}">${time(at, meeting.zone, say.locale)}</time>
${card(say, slot, where)}
</li>`
}

function card(say: Say, slot: ReleasedSlot, { project, meeting, rooms, single, slides, workshops }: Where): Html {
  const { locales } = project
  const title = html`<a class="slot-link" href="${paths.slot(project, meeting, slot)}">${words(say, slot.title, locales)}</a>`
  const minutes = start(slot).until(Temporal.Instant.from(slot.endsAt)).total('minutes')
  const room = slot.room ? words(say, slot.room, locales) : rooms.length > 1 ? say('agenda.all-rooms') : null
  return html`<article class="slot ${slot.type}">
${room && html`<p class="room">${room}</p>`}
${single ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`}
${slot.speakers.length > 0 && html`<p class="speakers">${slot.speakers.map(({ name }) => name).join(', ')}</p>`}
<p class="facts">${say(`agenda.type.${slot.type}`)} · ${say('agenda.minutes', { minutes })}</p>
${placesLeft(say, workshops.get(slot.id))}
${slidesPublished(say, slides.get(slot.id))}
</article>`
}

/** In the order in which they appear. */
function roomsOf(slots: readonly ReleasedSlot[]): Localised[] {
  const named = slots.flatMap(({ room }) => room ?? [])
  return named.filter((room, i) => named.findIndex((known) => isSame(known, room)) === i)
}

function isSame(one: Localised, other: Localised | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function start(slot: ReleasedSlot): Temporal.Instant {
  return Temporal.Instant.from(slot.startsAt)
}
