import type { WhyNobodyMoves } from '../../server/registrations/places/why-nobody-moves.ts'
import { type Html, html } from '../html.ts'
import { lineRules } from '../parts/line-rules.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { MineView } from './mine.ts'

/** What whoever waits sees: why they do, what happens next, and how the line moves. */
export function waitingPart(say: Say, view: MineView): Html {
  const { begun, project, meeting, registration, line } = view
  if (begun)
    return html`<p>${say('mine.begun-next')}</p>
<p><a class="button quiet" href="${paths.register(project, meeting)}">${say('mine.again')}</a></p>`
  const rules = lineRules(say, { seats: registration.seats, keepsPlaces: line.keepsPlaces })
  return html`${line.why && reason(say, line.why)}
<p>${say('mine.waiting-next')}</p>
<h2>${say('line.title')}</h2>
<ul>${rules.map((rule) => html`<li>${rule}</li>`)}</ul>`
}

function reason(say: Say, why: WhyNobodyMoves): Html | null {
  const said = reasonText(say, why)
  return said === null ? null : html`<p>${said}</p>`
}

function reasonText(say: Say, why: WhyNobodyMoves): string | null {
  if (why.why === 'paused') return say('mine.why-paused')
  if (why.why === 'full') return say('mine.why-full')
  if (why.why === 'too-big') return say('mine.why-too-big', { free: why.free, needs: why.needs })
  return why.why === 'kept-for-others' ? say('mine.why-kept') : null
}
