import { type Content, type Html, html } from '../html.ts'
import { type FormState, onceField } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { AgendaView } from './page.ts'

const usual = [5, 10, 15, 30]

/** On the day: puts off everything still to come, at once and for everybody. */
export function lateForm(say: Say, view: AgendaView): Html | null {
  const { board, open } = view
  if (!board.isToday) return null
  const form = open.late ?? { typed: { minutes: '', once: board.once }, problems: null }
  const [problem] = form.problems ?? []
  const exactly = html`${problem && html`<p class="problem" id="problems" role="alert">${say(problem.key, problem.values)}</p>`}<label for="late-minutes">${say('agenda.late-minutes')}</label>
<input id="late-minutes" name="minutes" type="number" value="${form.typed.minutes ?? ''}"${problem ? html` aria-invalid="true" aria-describedby="problems"` : null}>
<button id="late" class="button quiet">${say('agenda.late-button')}</button>`
  const buttons = usual.map((minutes) =>
    putOff(
      view,
      form,
      html`<button class="button quiet" name="minutes" value="${minutes}" id="late-${minutes}">+${minutes}</button>`,
    ),
  )
  return html`<details class="late" id="late-form"${open.late ? html` open` : null}><summary>${say('agenda.late')}</summary>
<p class="hint">${say('agenda.late-hint')}</p>
<div>${buttons}
${putOff(view, form, exactly)}</div></details>`
}

function putOff({ project, meeting }: AgendaView, form: FormState, controls: Content): Html {
  const action = paths.agendaDo(project, meeting, 'late')
  return html`<form method="post" action="${action}" hx-post="${action}" novalidate>${onceField(form)}${controls}</form>`
}
