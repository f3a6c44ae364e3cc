import { inLanguage } from '../../db/languages.ts'
import type { SpokenSlot } from '../../server/agenda/queries.ts'
import { type Content, type Html, html } from '../html.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { time } from '../when.ts'
import { type Clock, lane, sinceStart, span } from './clock.ts'
import type { AgendaView } from './page.ts'
import { warned } from './warned.ts'

type Timed = SpokenSlot & { startsAt: Temporal.Instant }

/** There may be hundreds: as little markup as will do. What can be done to a slot stands in its panel alone. */
export function slotItem(say: Say, view: AgendaView, slot: Timed, clock: Clock): Html {
  const room = view.board.rooms.findIndex(({ id }) => id === slot.roomId) + 1
  return html`<li data-t="${sinceStart(clock, slot.startsAt)}"${room > 0 ? html` data-n="${lane(room)}"` : null}>${card(say, view, slot)}</li>`
}

/** Opens it. Everything that is shown of it is in its words too: the icons and lines only repeat them. */
function card(say: Say, view: AgendaView, slot: Timed): Html {
  const warnings = view.board.warnings.get(slot.id) ?? []
  const told = warnings.map((warning) => html`<em>${warned(say, view, warning)}</em>`)
  return html`<a id="slot-${slot.slug}" href="${opening(view, slot)}" data-t="${span(slot.minutes)}"${looks(slot)}${current(view, slot)}><b>${time(slot.startsAt, view.meeting.zone, say.locale)}</b> ${called(say, view, slot)}<i>${slotFacts(say, view, slot)}</i>${told}</a>`
}

/** The title in an element of its own, so that a short slot can cut it short. */
export function called(say: Say, { project }: AgendaView, { title }: SpokenSlot): Html {
  const { text, locale } = inLanguage(title, say.locale, project.locales)
  return html`<b${locale === say.locale ? null : html` lang="${locale}"`}>${text}</b>`
}

/** The whole page's links hold at whatever address it was answered; a fragment's are as short as can be. */
export function opening({ isFragment, project, meeting }: AgendaView, { slug }: SpokenSlot): string {
  return `${isFragment ? '' : paths.agenda(project, meeting)}?slot=${slug}`
}

export function current({ open }: AgendaView, { slug }: SpokenSlot): Html | null {
  return open.slot?.slug === slug ? html` aria-current="true"` : null
}

/** A story without pin or secret looks as all do, and says so with nothing. */
function looks(slot: SpokenSlot): Html | null {
  const all = [slot.type !== 'story' && slot.type, slot.pinnedAt && 'pinned', slot.internal && 'internal']
  const found = all.filter(Boolean).join(' ')
  return found ? html` class="${found}"` : null
}

export function slotFacts(say: Say, { board, project }: AgendaView, slot: SpokenSlot): Content {
  const room = board.rooms.find(({ id }) => id === slot.roomId)
  const where = room ? words(say, room.name, project.locales) : board.rooms.length > 0 && say('agenda.all-rooms')
  const told: Content[] = [
    say('agenda.minutes', { minutes: slot.minutes }),
    (slot.type === 'workshop' || slot.type === 'discussion') && say(`agenda.type.${slot.type}`),
    slot.speakers.length > 0 && slot.speakers.map(({ name }) => name).join(', '),
    slot.gapMinutes > 0 && say('agenda.gap', { minutes: slot.gapMinutes }),
    slot.pinnedAt && say('agenda.pinned'),
    slot.internal && say('agenda.internal'),
  ]
  const [length, ...rest] = told.filter(Boolean).map((fact, i) => (i === 0 ? fact : [' · ', fact]))
  return [length, slot.dayId !== null && where && html`<u>${where}</u>`, ...rest]
}
