import type { Group, Letter, Mailing, Meeting, Project } from '../../db/schema.ts'
import type { Progress } from '../../server/mailings/queries.ts'
import type { MailingState } from '../../server/mailings/state.ts'
import { type Html, html } from '../html.ts'
import { answerSaid } from '../mail/fault.ts'
import { colourOf, type Page } from '../page.ts'
import { passage, words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { stamp } from '../when.ts'
import { audienceText } from './audience-text.ts'
import { mailingBadge } from './list.ts'

export type UnderWayView = {
  project: Project
  meeting: Meeting
  groups: Group[]
  mailing: Mailing
  state: MailingState
  progress: Progress
  /** Who was not reached. */
  unreached: Letter[]
  hasServer: boolean
}

/** How far a mailing has come, and how to stop it; while it is being sent, the page keeps up. */
export function underWayPage(say: Say, view: UnderWayView): Page {
  const { project, meeting, mailing, state } = view
  return {
    say,
    title: say('mailing.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'mailings', project, meeting }),
    links: state === 'sending' ? html`<noscript><meta http-equiv="refresh" content="5"></noscript>` : null,
    fragments: { progress: () => progressPart(say, view) },
    main: html`<p class="above"><a href="${paths.mailings(project, meeting)}">${say('mailings.title')}</a></p>
<h1>${words(say, mailing.subject, project.locales)}</h1>
<p>${audienceText(say, project, view.groups, mailing.audience)} <span class="hint">${say(`mailing.kind-${mailing.kind}`)} · ${mailing.startedAt ? stamp(mailing.startedAt, meeting.zone, say.locale) : null}</span></p>
${view.hasServer ? null : html`<p class="notice">${say('mail.no-server')}</p>`}
${progressPart(say, view)}
<p class="hint">${say('mailing.frozen')}</p>
<section class="card stack" aria-label="${say('mail.text')}">${passage(say, mailing.text, project.locales)}</section>`,
  }
}

const figures = ['sent', 'waiting', 'failed', 'bounced', 'overtaken', 'dropped'] as const

function progressPart(say: Say, view: UnderWayView): Html {
  const { project, meeting, mailing, state, progress, unreached } = view
  const people = mailing.audience.people ?? 0
  const done = people - progress.waiting
  const keepsUp = html` hx-get="${paths.mailing(project, meeting, mailing)}" hx-trigger="every 2s" hx-swap="outerHTML"`
  return html`<section id="progress" class="card stack mailing-progress"${state === 'sending' ? keepsUp : null}>
<p>${mailingBadge(say, state)}</p>
<p><label>${say('mailing.progress', { done: progress.sent + progress.bounced, people })}<progress max="${Math.max(1, people)}" value="${mailing.queuedAt ? done : progress.sent}"></progress></label></p>
<dl class="figures row">${figures
    .filter((figure) => figure === 'sent' || figure === 'waiting' || progress[figure] > 0)
    .map((figure) => html`<div><dt>${say(`mailing.figure-${figure}`)}</dt><dd>${progress[figure]}</dd></div>`)}</dl>
${deeds(say, view)}
${unreached.length === 0 ? null : html`<h2>${say('mailing.unreached')}</h2><ul>${unreached.map((letter) => html`<li><a href="${paths.letter(project, letter)}">${letter.recipient}</a>${letter.answer ? html` <span class="hint">${answerSaid(say, letter.answer)}</span>` : null}</li>`)}</ul>`}
</section>`
}

function deeds(say: Say, { project, meeting, mailing, state }: UnderWayView): Html | null {
  if (state !== 'sending' && state !== 'paused') return null
  const other = state === 'paused' ? 'resume' : 'pause'
  return html`<div class="row"><form method="post" action="${paths.mailingDo(project, meeting, mailing, other)}"><button class="button">${say(`mailing.${other}`)}</button></form>
<details class="confirm"><summary>${say('mailing.stop')}</summary>
<form method="post" action="${paths.mailingDo(project, meeting, mailing, 'stop')}"><p>${say('mailing.stop-sure')}</p><button class="button danger">${say('mailing.stop-send')}</button></form></details></div>`
}
