import type { Localised } from '../../db/languages.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import type { Released, ReleasedSlot } from '../../server/agenda/release.ts'
import { type Html, html } from '../html.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { day, machine, shortDay, time } from '../when.ts'

type Where = { project: Project; meeting: Meeting; rooms: Localised[]; single: boolean }

/** More rooms than this do not fit side by side: then they are labels on wide screens too. */
const mostColumns = 4

/**
 * The agenda as it was released: a list in which every item says its own time. Style sheets may show it as a grid:
 * `.agenda[data-rooms]` has as many columns, `.agenda-item[data-room]` stands in one of them (without it, in all), and
 * `.same-time` starts with the item before it.
 */
export function agendaList(say: Say, agenda: Released, project: Project, meeting: Meeting): Html {
  const days = byDay(agenda.slots, meeting.zone)
  const where: Where = { project, meeting, rooms: roomsOf(agenda.slots), single: days.length === 1 }
  const date = shortDay(agenda.releasedAt, meeting.zone, say.locale)
  return html`<section class="agenda-public" aria-labelledby="agenda">
<header class="agenda-head"><h2 id="agenda">${say('agenda.title')}</h2>
<p class="hint">${say('agenda.released', { date, version: agenda.version })}</p></header>
${days.map((slots) => dayList(say, slots, where))}
</section>`
}

/** Slots of one calendar day together, in their order. */
function byDay(slots: readonly ReleasedSlot[], zone: string): ReleasedSlot[][] {
  const dateOf = (slot: ReleasedSlot) => start(slot).toZonedDateTimeISO(zone).toPlainDate().toString()
  return [...Map.groupBy(slots, dateOf).values()]
}

function dayList(say: Say, slots: readonly ReleasedSlot[], where: Where): Html {
  const { rooms, meeting, single } = where
  const columns = rooms.length > 1 && rooms.length <= mostColumns ? html` data-rooms="${rooms.length}"` : null
  const [first] = slots
  return html`${single || !first ? null : html`<h3 class="agenda-day">${day(start(first), meeting.zone, say.locale)}</h3>`}
${columns && html`<p class="agenda-rooms"${columns} aria-hidden="true">${rooms.map((room) => html`<span>${words(say, room, where.project.locales)}</span>`)}</p>`}
<ol class="agenda"${columns}>${slots.map((slot, i) => item(say, slot, slots[i - 1], where))}</ol>`
}

function item(say: Say, slot: ReleasedSlot, previous: ReleasedSlot | undefined, where: Where): Html {
  const { meeting, rooms } = where
  const at = start(slot)
  const column = slot.room ? html` data-room="${rooms.findIndex((room) => isSame(room, slot.room)) + 1}"` : null
  const together = previous?.startsAt === slot.startsAt ? ' same-time' : ''
  return html`<li class="agenda-item${together}" id="${slot.slug}"${column}>
<time datetime="${machine(at, meeting.zone)}">${time(at, meeting.zone, say.locale)}</time>
${card(say, slot, where)}
</li>`
}

function card(say: Say, slot: ReleasedSlot, { project, meeting, rooms, single }: Where): Html {
  const { locales } = project
  const title = words(say, slot.title, locales)
  const minutes = start(slot).until(Temporal.Instant.from(slot.endsAt)).total('minutes')
  const room = slot.room ? words(say, slot.room, locales) : rooms.length > 1 ? say('agenda.all-rooms') : null
  return html`<article class="slot ${slot.type}">
${room && html`<p class="room">${room}</p>`}
${single ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`}
${slot.speakers.length > 0 && html`<p class="speakers">${slot.speakers.map(({ name }) => name).join(', ')}</p>`}
<p class="facts">${say(`agenda.type.${slot.type}`)} · ${say('agenda.minutes', { minutes })}${slot.type === 'break' ? null : file(say, slot, project, meeting)}</p>
${summary(say, slot, project)}
</article>`
}

function file(say: Say, slot: ReleasedSlot, project: Project, meeting: Meeting): Html {
  const label = say('agenda.slot-file-of', { title: plain(say, slot.title, project.locales) })
  return html` · <a href="${paths.slotFile(project, meeting, slot)}" aria-label="${label}">${say('agenda.slot-file')}</a>`
}

function summary(say: Say, slot: ReleasedSlot, { locales }: Project): Html | null {
  if (!plain(say, slot.summary, locales)) return null
  return html`<details><summary>${say('agenda.about')}</summary><p class="typed">${words(say, slot.summary, locales)}</p></details>`
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
