import { type Html, html } from '../html.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { lateForm } from './late.ts'
import type { AgendaView } from './page.ts'
import { seenField } from './seen.ts'

export function toolbar(say: Say, view: AgendaView): Html {
  return html`<div class="toolbar" role="group" aria-label="${say('agenda.toolbar')}">
${step(say, view, 'undo')}${step(say, view, 'redo')}
${lateForm(say, view)}
</div>`
}

/** Says what it would take back, so that nobody has to try. */
function step(say: Say, view: AgendaView, way: 'undo' | 'redo'): Html {
  const action = paths.agendaDo(view.project, view.meeting, way)
  const what = view.board[way]
  const sign = html`<span aria-hidden="true">${way === 'undo' ? '↶' : '↷'}</span>`
  return html`<form method="post" action="${action}" hx-post="${action}">${seenField(view.board)}<button id="${way}" class="button quiet"${what === null ? html` aria-disabled="true"` : null}>${sign} ${say(`agenda.${way}`)}${what && html`<span class="unseen">: ${plain(say, what, view.project.locales)}</span>`}</button></form>`
}
