import type { Meeting, Poll, Project } from '../../db/schema.ts'
import type { PublicOutcome } from '../../server/polls/outcome.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import type { FormState } from '../parts/fields.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { publicOutcomeTable } from './outcome.ts'
import { voteForm } from './vote-form.ts'

/** `own`: what this browser chose. */
export type OwnPoll = { poll: Poll; isOpen: boolean; own: string[]; outcome: PublicOutcome }
export type PollsView = { project: Project; meeting: Meeting; polls: OwnPoll[] }
type Tried = { poll: string; form: FormState } | null

/** Where those in the room vote, by phone. */
export function pollsPage(say: Say, view: PollsView, tried: Tried): Page {
  const { project, meeting, polls } = view
  return {
    say,
    title: `${say('polls.title')}: ${plain(say, meeting.title, project.locales)}`,
    colour: colourOf(project),
    of: project,
    personal: true,
    scripts: tried ? [] : ['live'],
    main: html`<div class="narrow stack">
<p class="above"><a href="${paths.meeting(project, meeting)}">${words(say, meeting.title, project.locales)}</a></p>
<h1>${say('polls.title')}</h1>
<div id="polls" class="stack" data-live="${paths.live(project, meeting)}">
${polls.length === 0 ? html`<p class="empty">${say('polls.none')}</p>` : polls.toReversed().map((one) => card(say, view, one, tried))}
</div>
<p><a class="button quiet" href="${paths.room(project, meeting)}">${say('room.title')}</a></p></div>`,
  }
}

function card(say: Say, view: PollsView, { poll, isOpen, own, outcome }: OwnPoll, tried: Tried): Html {
  const { project } = view
  const title = plain(say, poll.question, project.locales)
  const form = tried?.poll === poll.id ? tried.form : { typed: {}, problems: null }
  return html`<section class="card stack" id="poll-${poll.id}">
<h2>${words(say, poll.question, project.locales)}</h2>
${own.length > 0 && isOpen ? html`<p class="notice" role="status">${say('polls.counted')}</p>` : null}
${isOpen ? voteForm(say, view, poll, own, form) : html`<p><span class="badge">${say('polls.state-closed')}</span></p>`}
${publicOutcomeTable(say, project.locales, outcome, title)}
</section>`
}
