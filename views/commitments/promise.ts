import type { Localised } from '../../db/languages.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import type { Followed } from '../../server/commitments/queries.ts'
import { type Html, html } from '../html.ts'
import { passage, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { date, machine, shortDay } from '../when.ts'

export type Shown = Followed & { isOverdue: boolean }

/** "You said → we will → we did", with how it goes and how it went. */
export function promiseCard(say: Say, project: Project, meetings: readonly Meeting[], shown: Shown): Html {
  const { commitment, steps } = shown
  const meeting = meetings.find(({ id }) => id === commitment.meetingId)
  const office = words(say, commitment.office, project.locales)
  return html`<article class="promise card ${commitment.state}" id="promise-${commitment.id}">
<p class="row">${stateBadge(say, shown)}${due(say, shown)}</p>
<ol class="promise-way" role="list">
${part(say, project, 'said', commitment.said)}
${part(say, project, 'will', commitment.will)}
${part(say, project, 'did', commitment.did)}
</ol>
<p class="hint">${office}${meeting ? html`${office.markup ? ' · ' : null}<a href="${paths.meeting(project, meeting)}">${words(say, meeting.title, project.locales)}</a>` : null}</p>
${way(say, project, steps)}
</article>`
}

export function stateBadge(say: Say, { commitment: { state }, isOverdue }: Shown): Html {
  const late = isOverdue ? html` <span class="badge postponed">${say('commitment.overdue')}</span>` : null
  return html`<span class="badge promise-${state}">${say(`commitment.state-${state}`)}</span>${late}`
}

function due(say: Say, { commitment: { state, dueOn } }: Shown): Html | null {
  if (dueOn === null || state === 'kept' || state === 'dropped') return null
  return html`<span class="hint">${say('commitment.due', { date: date(dueOn, say.locale) })}</span>`
}

function part(say: Say, { locales }: Project, name: 'said' | 'will' | 'did', text: Localised): Html | null {
  const shown = passage(say, text, locales)
  return shown.markup === ''
    ? null
    : html`<li class="promise-${name}"><p class="promise-part">${say(`commitment.${name}`)}</p>${shown}</li>`
}

/** The first step is the promise itself: what came after it is told. */
function way(say: Say, project: Project, steps: Shown['steps']): Html | null {
  const [, ...later] = steps
  if (later.length === 0) return null
  return html`<details class="promise-steps" id="way-${later[0]?.id}"><summary>${say('commitment.way')}</summary><ul>${steps.map(
    ({
      at,
      state,
      dueOn,
      note,
    }) => html`<li><time datetime="${machine(at, project.zone)}">${shortDay(at, project.zone, say.locale)}</time> –
${say(`commitment.state-${state}`)}${dueOn ? html`, ${say('commitment.due', { date: date(dueOn, say.locale) })}` : null}
${passage(say, note, project.locales)}</li>`,
  )}</ul></details>`
}
