import type { Conflict } from '../../server/agenda/conflict.ts'
import type { Typed } from '../../server/forms.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { AgendaView } from './page.ts'
import { seenField } from './seen.ts'
import { sinceSaid } from './since.ts'

/** A change that was held back. `again`: the form that makes it all the same; null: it stands open, or cannot be made. */
export type HeldBack = {
  conflict: Conflict
  why: 'changed' | 'undo' | 'redo'
  again: { action: string; typed: Typed } | null
}

/** Says what has been changed meanwhile, old → new, and lets the organiser go on knowing it. */
export function conflictNotice(say: Say, view: AgendaView): Html | null {
  const { held } = view
  if (!held) return null
  const here = paths.agenda(view.project, view.meeting)
  return html`<section class="card notice stack" id="conflict" role="alert" tabindex="-1" autofocus>
<h2>${say(`agenda.conflict.${held.why}`)}</h2>
${held.conflict.since.length === 0 ? html`<p>${say('agenda.conflict.unknown')}</p>` : null}
${held.conflict.since.map((since) => {
  const { who, title, lines } = sinceSaid(say, view, since)
  return html`<p><strong>${title}</strong> <span class="hint">${who}</span></p>
<ul>${lines.map((one) => html`<li>${one}</li>`)}</ul>`
})}
<div class="actions">${held.again && againForm(say, view, held.again)}
<a class="button quiet" href="${here}" hx-get="${here}">${say('agenda.conflict.theirs')}</a></div>
</section>`
}

function againForm(say: Say, { board }: AgendaView, { action, typed }: NonNullable<HeldBack['again']>): Html {
  const fields = Object.entries(typed).filter(([name]) => name !== 'seen')
  return html`<form method="post" action="${action}" hx-post="${action}">${seenField(board)}
${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button class="button small">${say('agenda.conflict.all-the-same')}</button></form>`
}
