import { type Html, html } from '../html.ts'
import { onceField, problemSummary, textField } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { AgendaView } from './page.ts'

/** On the day: puts off everything still to come, at once and for everybody. */
export function lateForm(say: Say, { board, open, project, meeting }: AgendaView): Html | null {
  if (!board.isToday) return null
  const form = open.late ?? { typed: { minutes: '10', once: board.once }, problems: null }
  const action = paths.agendaDo(project, meeting, 'late')
  return html`<details class="late"${open.late ? html` open` : null}><summary>${say('agenda.late')}</summary>
<form class="stack" method="post" action="${action}" hx-post="${action}" novalidate>${onceField(form)}${problemSummary(say, form)}
${textField(say, form, { name: 'minutes', label: say('agenda.late-minutes'), hint: say('agenda.late-hint'), type: 'number' })}
<p class="actions"><button id="late">${say('agenda.late-button')}</button></p></form></details>`
}
