import type { Meeting, Poll, Project } from '../../db/schema.ts'
import type { Outcome } from '../../server/polls/outcome.ts'
import type { PollState } from '../../server/polls/state.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { choiceField, type FormState, inLanguages, onceField, problemSummary } from '../parts/fields.ts'
import { plain, words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { outcomeTable } from './outcome.ts'
import { wordList } from './word-list.ts'

export type DeskPoll = { poll: Poll; state: PollState; outcome: Outcome }
export type PollsDeskView = { project: Project; meeting: Meeting; polls: DeskPoll[] }

/** Where a moderator makes polls, and opens them when their moment comes. */
export function pollsDeskPage(say: Say, view: PollsDeskView, form: FormState): Page {
  const { project, meeting, polls } = view
  return {
    say,
    title: say('polls.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'polls', project, meeting }),
    scripts: form.problems ? [] : ['live'],
    main: html`<h1>${say('polls.title')}</h1>
<p class="lead">${say('polls.desk-lead')}</p>
<div id="polls" class="stack" data-live="${paths.live(project, meeting)}">${polls.map((one) => card(say, view, one))}</div>
${makeForm(say, view, form)}`,
  }
}

function card(say: Say, view: PollsDeskView, { poll, state, outcome }: DeskPoll): Html {
  const { project } = view
  const title = plain(say, poll.question, project.locales)
  return html`<section class="card stack" id="poll-${poll.id}">
<h2>${words(say, poll.question, project.locales)} <span class="badge ${state === 'open' ? 'loud' : ''}">${say(`polls.state-${state}`)}</span></h2>
<div class="actions">${deedsOf({ poll, state, outcome }).map((deed) => button(say, view, poll, deed, title))}</div>
${outcome.voters > 0 ? outcomeTable(say, project.locales, outcome, say('polls.outcome')) : null}
${poll.kind === 'words' ? wordList(say, view, poll, outcome) : null}
</section>`
}

type Deed = 'open' | 'close' | 'show' | 'hide' | 'delete'

function deedsOf({ poll, state, outcome }: DeskPoll): Deed[] {
  const deeds: Deed[] = [state === 'open' ? 'close' : 'open']
  if (state !== 'draft') deeds.push(poll.shownAt ? 'hide' : 'show')
  return outcome.voters === 0 && state !== 'open' ? [...deeds, 'delete'] : deeds
}

function button(say: Say, { project, meeting }: PollsDeskView, poll: Poll, deed: Deed, title: string): Html {
  const kind = deed === 'open' || deed === 'close' ? 'button' : deed === 'delete' ? 'link danger' : 'button quiet'
  return html`<form method="post" action="${paths.pollDo(project, meeting, poll, deed)}"><button class="${kind}" aria-label="${say(`polls.do-${deed}`)}: ${title}">${say(`polls.do-${deed}`)}</button></form>`
}

function makeForm(say: Say, { project, meeting }: PollsDeskView, form: FormState): Html {
  const kinds = (['one', 'several', 'scale', 'words'] as const).map((value) => ({
    value,
    label: say(`polls.kind-${value}`),
  }))
  const { locales } = project
  return html`<form class="card stack" id="new" method="post" action="${paths.pollsDesk(project, meeting)}" novalidate>
<h2>${say('polls.new')}</h2>
${onceField(form)}${problemSummary(say, form)}
${choiceField(say, form, { name: 'kind', label: say('polls.kind'), options: kinds })}
${inLanguages(say, form, { name: 'question', label: say('polls.question'), locales, max: 200 })}
${inLanguages(say, form, { name: 'options', label: say('polls.options'), hint: say('polls.options-hint'), locales, rows: 4, max: 1000 })}
<p><button class="button">${say('polls.make')}</button></p>
</form>`
}
