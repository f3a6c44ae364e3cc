import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { shortDay } from '../when.ts'
import type { AgendaView } from './page.ts'

/** Says how much the public does not see yet, and leads to the difference, where it is released. */
export function releaseBar(say: Say, view: AgendaView): Html | null {
  const { board, project, meeting } = view
  if (board.changes.length === 0) return upToDate(say, view)
  return html`<div class="release-bar">
<p><strong>${say('agenda.unreleased', { count: board.changes.length })}</strong><br>
<span class="hint">${say('agenda.release-hint')}</span></p>
<a class="button" id="release" href="${paths.agendaDo(project, meeting, 'changes')}">${say('agenda.review')}</a>
</div>`
}

function upToDate(say: Say, { board: { released }, project, meeting }: AgendaView): Html | null {
  if (!released) return null
  const date = shortDay(released.releasedAt, meeting.zone, say.locale)
  return html`<p class="hint" id="release" tabindex="-1">${say('agenda.up-to-date', { date, version: released.version })}${released.name && ` · ${released.name}`} ·
<a href="${paths.changelog(project, meeting)}">${say('agenda.changelog')}</a></p>`
}
