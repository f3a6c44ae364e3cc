import type { CalendarAnswer } from '../../server/inbound/taken-in.ts'
import { type Html, html } from '../html.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { dayAndTime, machine } from '../when.ts'
import type { OneView } from './one.ts'

type Entry = OneView['steps'][number]

/** How the registration came to stand as it does, in words; a step may change the state, the places or the group. */
export function journal(say: Say, view: OneView): Html | null {
  const { steps } = view
  if (steps.length === 0) return null
  return html`<section class="stack"><h2>${say('one.journal')}</h2>
<ol class="history">${steps.map((entry, i) => item(say, view, entry, steps[i - 1]))}
${view.calendarAnswers.map((answer) => answerItem(say, view, answer))}</ol></section>`
}

function item(say: Say, view: OneView, entry: Entry, before: Entry | undefined): Html {
  const { zone } = view.meeting
  const { at } = entry.step
  const who = entry.organiser?.name ?? say('one.by-nobody')
  return html`<li><p>${sentences(say, view, entry, before).join(' ')}</p>
<p class="hint">${who}, <time datetime="${machine(at, zone)}">${dayAndTime(at, zone, say.locale)}</time></p></li>`
}

function answerItem(say: Say, { meeting: { zone } }: OneView, { at, said }: CalendarAnswer): Html {
  return html`<li><p>${say(`one.calendar-${said}`)}</p>
<p class="hint">${say('one.by-calendar')}, <time datetime="${machine(at, zone)}">${dayAndTime(at, zone, say.locale)}</time></p></li>`
}

function sentences(say: Say, { project }: OneView, { step, group }: Entry, before: Entry | undefined): string[] {
  const changed = (what: 'status' | 'seats' | 'groupId') => before?.step[what] !== step[what]
  const isParty = step.seats > 1 || (before?.step.seats ?? 1) > 1
  const groupName = group ? plain(say, group.name, project.locales) : say('one.no-group')
  const said = [
    changed('status') ? say(`one.step-${step.status}`) : null,
    changed('seats') && isParty ? say('one.step-seats', { seats: step.seats }) : null,
    before && changed('groupId') ? say('one.step-group', { group: groupName }) : null,
  ].filter((one) => one !== null)
  return said.length > 0 ? said : [say('one.step-deadline')]
}
