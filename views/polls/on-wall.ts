import type { Poll, Project } from '../../db/schema.ts'
import type { PublicOutcome } from '../../server/polls/outcome.ts'
import { type Html, html } from '../html.ts'
import { words } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { publicOutcomeTable } from './outcome.ts'

export type WallPoll = { poll: Poll; isOpen: boolean; voters: number; outcome: PublicOutcome }

/** Every option, and as many words as are read from the last row. */
const mostOnWall = 10

/** A poll on the wall of the hall: what is asked, what one can choose, and what comes out once it is shown. */
export function pollOnWall(say: Say, project: Pick<Project, 'locales'>, wall: WallPoll): Html {
  const { poll, isOpen, voters, outcome } = wall
  const isShown = outcome !== null && outcome !== 'too-few'
  return html`<section class="hall-poll" aria-labelledby="hall-poll"><p class="hall-state">${say(isOpen ? 'hall.vote-now' : 'polls.outcome')}</p>
<h2 id="hall-poll">${words(say, poll.question, project.locales)}</h2>
${isShown ? publicOutcomeTable(say, project.locales, cut(outcome), say('polls.outcome')) : html`${choices(say, project, poll)}<p class="hall-voters">${say('polls.voters', { count: voters })}</p>`}
</section>`
}

function cut<T extends Exclude<PublicOutcome, string | null>>(outcome: T): T {
  return { ...outcome, rows: outcome.rows.filter(({ hidden }) => !hidden).slice(0, mostOnWall) }
}

function choices(say: Say, { locales }: Pick<Project, 'locales'>, { kind, options }: Poll): Html {
  if (options.length === 0) return html`<p class="hall-how">${say(`polls.how-${kind}`)}</p>`
  const ends = kind === 'scale' ? ['1', '5'] : []
  return html`<ul class="hall-options" role="list">${options.map(
    ({ label }, i) => html`<li>${ends[i] ? html`<b>${ends[i]}</b> ` : null}${words(say, label, locales)}</li>`,
  )}</ul>`
}
