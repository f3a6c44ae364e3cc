import type { Letter, Meeting, Project } from '../../db/schema.ts'
import type { LetterList } from '../../server/mail/outbox/list.ts'
import type { OutboxLook } from '../../server/mail/outbox/look.ts'
import type { Wait } from '../../server/mail/outbox/waits.ts'
import type { LetterState } from '../../server/mail/queries.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { allBar } from './all-bar.ts'
import { answerSaid } from './fault.ts'
import { lookForm } from './look-form.ts'
import { lookPath } from './look-query.ts'
import { kindName, moment, stateBadge } from './names.ts'
import { letterStates } from './state-of.ts'
import { waitText } from './waits.ts'

export type LettersView = LetterList & {
  project: Project
  look: OutboxLook
  /** Those whose letters the reader may see. */
  meetings: Meeting[]
  waits: Map<string, Wait>
  /** Whether there is a mail server that takes letters. */
  hasServer: boolean
}

export function lettersPage(say: Say, view: LettersView): Page {
  const { project } = view
  return {
    say,
    title: say('workspace.letters'),
    colour: colourOf(project),
    personal: true,
    workspace: workspace(say, { here: 'letters', project }),
    main: html`<h1>${say('workspace.letters')}</h1>
<p class="lead">${say('mail.lead')}</p>
${view.hasServer ? null : html`<p class="notice">${say('mail.no-server')}</p>`}
<p><a href="${paths.letterKinds(project)}">${say('letter-texts.in-outbox')}</a></p>
${states(say, view)}
${lookForm(say, view)}
${allBar(say, view)}
${view.rows.length === 0 ? nothing(say, view) : html`<ol class="outbox">${view.rows.map((letter) => row(say, view, letter))}</ol>`}
${view.pages > 1 ? pages(say, view) : null}`,
  }
}

function states(say: Say, view: LettersView): Html {
  const all = letterStates.reduce((sum, state) => sum + view.counts[state], 0)
  return html`<nav aria-label="${say('mail.filter')}"><ul class="row">
<li>${stateLink(view, null, `${say('mail.all')} (${all})`)}</li>
${letterStates.map((state) => html`<li>${stateLink(view, state, `${say(`mail.state.${state}`)} (${view.counts[state]})`)}</li>`)}
</ul></nav>`
}

function stateLink(view: LettersView, state: LetterState | null, label: string): Html {
  const here = state === view.look.state
  return html`<a class="button quiet" href="${lookPath(view, { state })}"${here ? html` aria-current="true"` : null}>${label}</a>`
}

function nothing(say: Say, { look }: LettersView): Html {
  const isNarrowed = Object.values(look).some(Boolean)
  return html`<div class="empty"><p>${say(isNarrowed ? 'mail.none-such' : 'mail.empty')}</p></div>`
}

function row(say: Say, { project, meetings, waits }: LettersView, letter: Letter): Html {
  const meeting = meetings.find(({ id }) => id === letter.meetingId)
  const wait = waits.get(letter.id)
  return html`<li><p class="outbox-to"><a href="${paths.letter(project, letter)}">${letter.recipient}</a></p>
<p class="outbox-what">${kindName(say, letter)}${meeting ? html` · ${words(say, meeting.title, project.locales)}` : null}</p>
<p class="outbox-state">${stateBadge(say, letter)}</p>
<p class="outbox-when hint">${moment(say, project, letter)}</p>
${wait ? html`<p class="outbox-why hint">${waitText(say, project, wait)}</p>` : answer(say, letter)}</li>`
}

function answer(say: Say, { answer }: Letter): Html | null {
  return answer ? html`<p class="outbox-why hint"><q>${answerSaid(say, answer)}</q></p>` : null
}

function pages(say: Say, view: LettersView): Html {
  const link = (page: number, label: string) =>
    html`<a class="button quiet" href="${lookPath(view, {}, page)}">${label}</a>`
  return html`<nav class="row" aria-label="${say('mail.pages')}">
${view.page > 1 ? link(view.page - 1, say('mail.newer')) : null}
<span>${say('mail.page', { page: view.page, pages: view.pages })}</span>
${view.page < view.pages ? link(view.page + 1, say('mail.older')) : null}
</nav>`
}
