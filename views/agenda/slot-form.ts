import { type Content, type Html, html } from '../html.ts'
import {
  choiceField,
  type FormState,
  inLanguages,
  onceField,
  problemSummary,
  textArea,
  textField,
  tickBox,
} from '../parts/fields.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { shortDay } from '../when.ts'
import type { AgendaView } from './page.ts'
import { seenField } from './seen.ts'

/** One form for a new slot and for one that is there; `submit` is its button, with whatever stands beside it. */
export function slotForm(say: Say, view: AgendaView, form: FormState, action: string, submit: Content): Html {
  const { board, project, open } = view
  const isNew = open.slot?.slug == null
  return html`<form id="form-of-slot" class="slot-form stack" method="post" action="${action}" hx-post="${action}" novalidate>
${onceField(form)}${seenField(board, form)}${problemSummary(say, form)}
${inLanguages(say, form, { name: 'title', label: say('agenda.field.title'), locales: project.locales, required: true })}
<div class="slot-basics">
${choiceField(say, form, { name: 'type', label: say('agenda.field.type'), options: kinds(say, view) })}
${textField(say, form, { name: 'minutes', label: say('agenda.field.minutes'), type: 'number', hint: isNew && say('agenda.field.minutes-hint') })}
${isNew ? place(say, view, form) : kept(form)}
</div>
${textArea(say, form, { name: 'speakers', label: say('agenda.field.speakers'), hint: say('agenda.field.speakers-hint'), rows: 2 })}
${more(say, view, form)}
<p class="actions">${submit}</p>
</form>`
}

/** One that is there is placed by its own form, beside this one. */
function place(say: Say, view: AgendaView, form: FormState): Html {
  const { rooms } = view.board
  return html`${choiceField(say, form, { name: 'day', label: say('agenda.field.day'), empty: say('agenda.tray'), options: dayOptions(say, view) })}
${rooms.length > 0 && choiceField(say, form, { name: 'room', label: say('agenda.field.room'), empty: say('agenda.all-rooms'), options: roomOptions(say, view) })}`
}

function kept({ typed }: FormState): Html {
  return html`<input type="hidden" name="day" value="${typed.day ?? ''}"><input type="hidden" name="room" value="${typed.room ?? ''}">`
}

/** Open whenever something in it has been filled in or is wrong. */
function more(say: Say, { project }: AgendaView, form: FormState): Html {
  const inside = /^(summary\.|gapMinutes|pinnedAt|internal|introducedBy|slidesWanted)/
  const filled = Object.entries(form.typed).some(([name, value]) => inside.test(name) && value !== '')
  const open = filled || form.problems?.some(({ field }) => inside.test(field)) ? html` open` : null
  return html`<details class="slot-more"${open}><summary>${say('agenda.more-fields')}</summary>
<div class="stack">
${inLanguages(say, form, { name: 'summary', label: say('agenda.field.summary'), locales: project.locales, rows: 3 })}
${textField(say, form, { name: 'gapMinutes', label: say('agenda.field.gap'), type: 'number' })}
${textField(say, form, { name: 'pinnedAt', label: say('agenda.field.pin'), hint: say('agenda.field.pin-hint'), type: 'datetime-local' })}
${textField(say, form, { name: 'introducedBy', label: say('agenda.field.introduced-by'), hint: say('agenda.field.introduced-by-hint'), max: 120 })}
${tickBox(form, { name: 'slidesWanted', label: say('agenda.field.slides-wanted') })}
${tickBox(form, { name: 'internal', label: say('agenda.field.internal') })}
</div></details>`
}

/** With the length that each has unless another is given. */
function kinds(say: Say, { board }: AgendaView) {
  return board.kinds.map(({ type, minutes }) => ({
    value: type,
    label: `${say(`agenda.type.${type}`)} · ${say('agenda.minutes', { minutes })}`,
  }))
}

function dayOptions(say: Say, { board, meeting: { zone } }: AgendaView) {
  return board.days.map((one) => ({ value: one.id, label: shortDay(one.startsAt, zone, say.locale) }))
}

/** Inside an option no markup survives, so a name in another language cannot be marked as such. */
function roomOptions(say: Say, { board, project }: AgendaView) {
  return board.rooms.map((room) => ({ value: room.id, label: plain(say, room.name, project.locales) }))
}
