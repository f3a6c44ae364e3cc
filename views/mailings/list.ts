import type { Group, Mailing, Meeting, Project } from '../../db/schema.ts'
import type { Progress } from '../../server/mailings/queries.ts'
import type { MailingState } from '../../server/mailings/state.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { table } from '../parts/table.ts'
import { words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { machine, stamp } from '../when.ts'
import { audienceText } from './audience-text.ts'

export type MailingsView = {
  project: Project
  meeting: Meeting
  groups: Group[]
  mailings: { mailing: Mailing; state: MailingState; progress: Progress }[]
}

export function mailingsPage(say: Say, view: MailingsView): Page {
  const { project, meeting, mailings } = view
  const heads = [say('bulk.subject'), say('mailing.state'), say('mailing.to'), say('mailing.when')]
  return {
    say,
    title: say('mailings.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'mailings', project, meeting }),
    main: html`<h1>${say('mailings.title')}</h1>
<p class="lead">${say('mailings.lead')}</p>
<p><a class="button" href="${paths.newMailing(project, meeting)}">${say('mailing.new')}</a></p>
${
  mailings.length === 0
    ? html`<div class="empty"><p>${say('mailings.none')}</p></div>`
    : table(
        say('mailings.title'),
        heads,
        mailings.map((one) => row(say, view, one)),
      )
}`,
  }
}

export function mailingBadge(say: Say, state: MailingState): Html {
  return html`<span class="badge ${looks[state]}">${say(`mailing.state-${state}`)}</span>`
}

const looks: Record<MailingState, string> = {
  draft: 'draft',
  sending: 'queued',
  paused: 'postponed',
  sent: 'sent',
  stopped: 'cancelled',
}

function row(say: Say, view: MailingsView, { mailing, state, progress }: MailingsView['mailings'][number]): Html {
  const { project, meeting, groups } = view
  const at = mailing.startedAt ?? mailing.createdAt
  return html`<tr>
<th scope="row"><a href="${paths.mailing(project, meeting, mailing)}">${words(say, mailing.subject, project.locales)}</a>${mailing.kind === 'news' ? html`<br><span class="hint">${say('mailing.kind-news')}</span>` : null}</th>
<td>${mailingBadge(say, state)}${state === 'draft' ? null : html`<br><span class="hint">${sent(say, mailing, progress)}</span>`}</td>
<td>${audienceText(say, project, groups, mailing.audience)}</td>
<td class="when"><time datetime="${machine(at, meeting.zone)}">${stamp(at, meeting.zone, say.locale)}</time></td>
</tr>`
}

/** Of letters forgotten by now only how many there were is known. */
function sent(say: Say, { audience: { people = 0 } }: Mailing, progress: Progress): string {
  const known = Object.values(progress).reduce((sum, one) => sum + one, 0)
  return known === 0 ? say('mailing.was-to', { people }) : say('mailing.sent-of', { sent: progress.sent, people })
}
