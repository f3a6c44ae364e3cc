import { type Html, html } from '../html.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { shortDay } from '../when.ts'
import type { AgendaView } from './page.ts'
import { typedNext } from './typed.ts'

/** Day, room and time; `where` sets the ids of two such groups apart. */
export function placeFields(say: Say, view: AgendaView, where: string, typed = typedNext(view.board)): Html {
  const { board, project, meeting } = view
  const days = board.days.map((one) => [one.id, shortDay(one.startsAt, meeting.zone, say.locale)] as const)
  const rooms = board.rooms.map((room) => [room.id, plain(say, room.name, project.locales)] as const)
  return html`<div class="place-fields">
${choice(`${where}-day`, 'day', say('agenda.field.day'), days, typed.day)}
${rooms.length > 0 && choice(`${where}-room`, 'room', say('agenda.field.room'), [['', say('agenda.all-rooms')], ...rooms], typed.room)}
<div class="field"><label for="${where}-at">${say('agenda.field.at')}</label>
<input id="${where}-at" name="at" type="time" aria-describedby="${where}-at-hint"><p class="hint" id="${where}-at-hint">${say('agenda.field.at-hint')}</p></div>
</div>`
}

type Options = readonly (readonly [string, string])[]

function choice(id: string, name: string, label: string, options: Options, chosen = ''): Html {
  const option = ([value, words]: Options[number]) =>
    html`<option value="${value}"${value === chosen ? html` selected` : null}>${words}</option>`
  return html`<div class="field"><label for="${id}">${label}</label>
<select id="${id}" name="${name}">${options.map(option)}</select></div>`
}
