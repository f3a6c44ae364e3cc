import type { Room } from '../../db/schema.ts'
import { type Content, type Html, html } from '../html.ts'
import { type FormState, inLanguages, onceField, problemSummary, textField } from '../parts/fields.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { AgendaView } from './page.ts'
import { seenField } from './seen.ts'

export function roomsSection(say: Say, view: AgendaView): Html {
  const { board, open } = view
  const adding = !open.room || open.room.id === null
  return html`<section class="rooms-section"><h2>${say('agenda.rooms')}</h2>
${board.rooms.length === 0 ? html`<p class="hint">${say('agenda.rooms-empty')}</p>` : html`<ul class="rooms">${board.rooms.map((room) => roomItem(say, view, room))}</ul>`}
${adding ? addForm(say, view) : null}
</section>`
}

function roomItem(say: Say, view: AgendaView, room: Room): Html {
  const { project, meeting, open } = view
  const edit = paths.agendaRoom(project, meeting, room)
  if (open.room?.id === room.id) return html`<li>${renaming(say, view, room, open.room.form)}</li>`
  const title = plain(say, room.name, project.locales)
  return html`<li class="actions"><span>${words(say, room.name, project.locales)}</span>
<a id="room-${room.id}" class="button quiet" href="${edit}" hx-get="${edit}" aria-label="${say('agenda.edit-of', { title })}">${say('agenda.edit')}</a>
<a class="link danger" href="${paths.agendaRoomRemove(project, meeting, room)}" aria-label="${say('agenda.remove-of', { title })}">${say('agenda.remove')}</a></li>`
}

function renaming(say: Say, view: AgendaView, room: Room, form: FormState): Html {
  const { project, meeting } = view
  const back = paths.agenda(project, meeting)
  const submit = html`<button id="room-${room.id}" class="button small">${say('agenda.save')}</button>
<a class="button quiet" href="${back}" hx-get="${back}">${say('agenda.cancel')}</a>`
  return roomForm(say, view, form, paths.agendaRoom(project, meeting, room), submit)
}

function addForm(say: Say, view: AgendaView): Html {
  const form = view.open.room?.form ?? { typed: { once: view.board.once }, problems: null }
  const submit = html`<button id="add-room" class="button quiet">${say('agenda.add-room')}</button>`
  return roomForm(say, view, form, paths.agendaRooms(view.project, view.meeting), submit)
}

function roomForm(say: Say, { project, board }: AgendaView, form: FormState, action: string, submit: Content): Html {
  return html`<form class="room-form stack" method="post" action="${action}" hx-post="${action}" novalidate>
${onceField(form)}${seenField(board, form)}${problemSummary(say, form)}
${inLanguages(say, form, { name: 'name', label: say('agenda.room-name'), locales: project.locales, required: true })}
${textField(say, form, { name: 'capacity', label: say('agenda.room-capacity'), type: 'number' })}
<p class="actions">${submit}</p>
</form>`
}
