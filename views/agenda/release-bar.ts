import type { Change } from '../../server/agenda/draft-changes.ts'
import type { PlannedSlot } from '../../server/agenda/release.ts'
import { type Html, html } from '../html.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { shortDay, time } from '../when.ts'
import type { AgendaView } from './page.ts'

/** Says what the public does not see yet, shows the difference, and releases it. */
export function releaseBar(say: Say, view: AgendaView): Html | null {
  const { board, project, meeting } = view
  const { changes } = board
  if (changes.length === 0) return upToDate(say, view)
  const action = paths.agendaRelease(project, meeting)
  return html`<div class="release-bar">
<details><summary>${say('agenda.unreleased', { count: changes.length })}</summary>
<ul>${changes.map((change) => html`<li>${said(say, view, change)}</li>`)}</ul></details>
<form method="post" action="${action}" hx-post="${action}"><p class="hint">${say('agenda.release-hint')}</p>
<button id="release">${say('agenda.release')}</button></form>
</div>`
}

function upToDate(say: Say, { board: { released }, meeting }: AgendaView): Html | null {
  if (!released) return null
  const date = shortDay(released.releasedAt, meeting.zone, say.locale)
  return html`<p class="hint" id="release" tabindex="-1">${say('agenda.up-to-date', { date, version: released.version })}</p>`
}

function said(say: Say, view: AgendaView, change: Change): string {
  const { locales } = view.project
  const title = plain(say, change.slot.title, locales)
  if (change.kind === 'added') return say('agenda.change.added', { title, now: whereAndWhen(say, view, change.slot) })
  if (change.kind === 'removed')
    return say('agenda.change.removed', { title, before: whereAndWhen(say, view, change.slot) })
  if (change.kind === 'moved') {
    const before = whereAndWhen(say, view, change.before)
    return say('agenda.change.moved', { title, before, now: whereAndWhen(say, view, change.slot) })
  }
  if (change.kind === 'retitled')
    return say('agenda.change.retitled', { title, old: plain(say, change.before.title, locales) })
  return say('agenda.change.rewritten', { title })
}

/** "17:00–17:10, Hall", with the day where there are several. */
function whereAndWhen(say: Say, { board, project, meeting: { zone } }: AgendaView, slot: PlannedSlot): string {
  const [startsAt, endsAt] = [Temporal.Instant.from(slot.startsAt), Temporal.Instant.from(slot.endsAt)]
  const date = board.days.length > 1 && shortDay(startsAt, zone, say.locale)
  const span = `${time(startsAt, zone, say.locale)}–${time(endsAt, zone, say.locale)}`
  return [date, span, slot.room && plain(say, slot.room, project.locales)].filter(Boolean).join(', ')
}
