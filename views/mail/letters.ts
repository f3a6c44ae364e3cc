import type { Letter, Project } from '../../db/schema.ts'
import type { LetterList, LetterState } from '../../server/mail/queries.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { table } from '../parts/table.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import { isMessageKey, type Say } from '../say.ts'
import { machine, stamp } from '../when.ts'
import { answerSaid } from './fault.ts'
import { letterStates, stateOf } from './state-of.ts'

export type LettersView = LetterList & {
  project: Project
  /** Only those in this state. */
  state: LetterState | null
  /** Whether there is a mail server that takes letters. */
  hasServer: boolean
}

export function lettersPage(say: Say, view: LettersView): Page {
  const { project } = view
  return {
    say,
    title: say('workspace.letters'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'letters', project }),
    main: html`<h1>${say('workspace.letters')}</h1>
<p class="lead">${say('mail.lead')}</p>
${view.hasServer ? null : html`<p class="notice">${say('mail.no-server')}</p>`}
${filters(say, view)}
${view.rows.length === 0 ? html`<div class="empty"><p>${say('mail.empty')}</p></div>` : letterTable(say, view)}
${view.pages > 1 ? pages(say, view) : null}`,
  }
}

export function stateBadge(say: Say, letter: Letter): Html {
  const state = stateOf(letter)
  return html`<span class="badge ${state}">${say(`mail.state.${state}`)}</span>`
}

export function kindName(say: Say, { kind }: Pick<Letter, 'kind'>): string {
  const key = `mail.kind.${kind}`
  return isMessageKey(key) ? say(key) : kind
}

/** When it went or was given up; while it waits, when it goes next. */
export function moment(say: Say, { zone }: Project, { sentAt, endedAt, dueAt }: Letter): Html {
  const at = sentAt ?? endedAt ?? dueAt
  return html`<time datetime="${machine(at, zone)}">${stamp(at, zone, say.locale)}</time>`
}

function filters(say: Say, view: LettersView): Html {
  const all = letterStates.reduce((sum, state) => sum + view.counts[state], 0)
  return html`<nav aria-label="${say('mail.filter')}"><ul class="row">
<li>${filter(view, null, `${say('mail.all')} (${all})`)}</li>
${letterStates.map((state) => html`<li>${filter(view, state, `${say(`mail.state.${state}`)} (${view.counts[state]})`)}</li>`)}
</ul></nav>`
}

function filter(view: LettersView, state: LetterState | null, label: string): Html {
  const here = state === view.state
  return html`<a class="button quiet" href="${address(view, state, 1)}"${here ? html` aria-current="true"` : null}>${label}</a>`
}

function letterTable(say: Say, view: LettersView): Html {
  const heads = [
    say('mail.to'),
    say('mail.kind'),
    say('mail.state'),
    say('mail.when'),
    say('mail.attempts'),
    say('mail.answer'),
  ]
  const rows = view.rows.map((letter) => row(say, view.project, letter))
  return table(say('workspace.letters'), heads, rows)
}

function row(say: Say, project: Project, letter: Letter): Html {
  return html`<tr>
<th scope="row"><a href="${paths.letter(project, letter)}">${letter.recipient}</a></th>
<td>${kindName(say, letter)}</td>
<td>${stateBadge(say, letter)}</td>
<td>${moment(say, project, letter)}</td>
<td data-label="${say('mail.attempts')}">${letter.attempts}</td>
<td>${answerSaid(say, letter.answer)}</td>
</tr>`
}

function pages(say: Say, view: LettersView): Html {
  const link = (page: number, label: string) =>
    html`<a class="button quiet" href="${address(view, view.state, page)}">${label}</a>`
  return html`<nav class="row" aria-label="${say('mail.pages')}">
${view.page > 1 ? link(view.page - 1, say('mail.newer')) : null}
<span>${say('mail.page', { page: view.page, pages: view.pages })}</span>
${view.page < view.pages ? link(view.page + 1, say('mail.older')) : null}
</nav>`
}

function address({ project }: LettersView, state: LetterState | null, page: number): string {
  const query = new URLSearchParams(state ? { state } : {})
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `${paths.letters(project)}?${query}` : paths.letters(project)
}
