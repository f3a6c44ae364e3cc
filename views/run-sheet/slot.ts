import type { SheetSlot, TimedCue } from '../../server/run-sheet/queries.ts'
import { type Html, html } from '../html.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { ahead, machine, time, timeSpan } from '../when.ts'
import type { RunSheetView } from './page.ts'

/** A slot with what is to be done around it; how long until it starts or ends is counted down. */
export function sheetSlot(say: Say, view: RunSheetView, slot: SheetSlot): Html {
  const { project, meeting, rooms } = view
  const room = rooms.find(({ id }) => id === slot.roomId)
  const speakers = slot.speakers.map(({ name }) => name).join(', ')
  return html`<li class="run-slot ${stateOf(view, slot)}" id="slot-${slot.id}">
<p class="run-time"><strong>${timeSpan({ ...slot, zone: meeting.zone }, say.locale)}</strong> ${countdown(say, view, slot)}</p>
<h2>${words(say, slot.title, project.locales)}${slot.internal ? html` <span class="badge draft">${say('run-sheet.internal')}</span>` : null}</h2>
<p class="hint">${[room ? words(say, room.name, project.locales) : say('agenda.all-rooms'), speakers, slot.introducedBy]
    .filter(Boolean)
    .map((part, i) => html`${i > 0 ? ' · ' : null}${part}`)}</p>
${slot.cues.length === 0 ? null : html`<ul class="run-cues" role="list">${slot.cues.map((cue) => cueLine(say, view, cue))}</ul>`}
</li>`
}

function stateOf({ now }: RunSheetView, { startsAt, endsAt }: SheetSlot): 'over' | 'running' | 'ahead' {
  if (Temporal.Instant.compare(endsAt, now) <= 0) return 'over'
  return Temporal.Instant.compare(startsAt, now) <= 0 ? 'running' : 'ahead'
}

/** Only on the day itself: before that nobody counts minutes. */
function countdown(say: Say, view: RunSheetView, slot: SheetSlot): Html | null {
  const { now, meeting } = view
  const state = stateOf(view, slot)
  if (state === 'over') return html`<span class="badge">${say('run-sheet.over')}</span>`
  const at = state === 'running' ? slot.endsAt : slot.startsAt
  if (now.until(at).total('hours') > 12) return null
  const said = ahead(now, at, meeting.zone, say.locale)
  return html`<span class="badge ${state === 'running' ? 'loud' : ''}">${say(state === 'running' ? 'run-sheet.ends' : 'run-sheet.starts')} <time datetime="${machine(at, meeting.zone)}" data-until="${at.epochMilliseconds}">${said.toLocaleLowerCase(say.locale)}</time></span>`
}

function cueLine(say: Say, { project, meeting, mayPlan }: RunSheetView, cue: TimedCue): Html {
  const deed = cue.doneAt ? 'not-done' : 'done'
  const label = say(cue.doneAt ? 'run-sheet.not-done-of' : 'run-sheet.done-of', { cue: cue.text })
  return html`<li class="run-cue${cue.doneAt ? ' done' : ''}">
<form method="post" action="${paths.cueDo(project, meeting, cue, deed)}"><button class="run-tick" aria-pressed="${cue.doneAt ? 'true' : 'false'}" aria-label="${label}">${cue.doneAt ? '✓' : ''}</button></form>
<span class="run-at">${time(cue.at, meeting.zone, say.locale)}</span>
<span class="run-text">${cue.text}${cue.who ? html` <span class="hint">${cue.who}</span>` : null}</span>
${mayPlan ? html`<form class="no-print" method="post" action="${paths.cueDo(project, meeting, cue, 'remove')}"><button class="link danger" aria-label="${say('agenda.remove-of', { title: cue.text })}">${say('agenda.remove')}</button></form>` : null}
</li>`
}
