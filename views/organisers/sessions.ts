import type { Session } from '../../server/organisers/session.ts'
import { type Html, html } from '../html.ts'
import type { Page } from '../page.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { ago, machine } from '../when.ts'
import { deviceName } from './device.ts'

/** `own`: the hash of the session that is asking. */
export type SessionsView = { all: Session[]; own: string; now: Temporal.Instant }

export function sessionsPage(say: Say, { all, own, now }: SessionsView): Page {
  const [here, others] = [all.filter(({ idHash }) => idHash === own), all.filter(({ idHash }) => idHash !== own)]
  return {
    say,
    title: say('sessions.title'),
    personal: true,
    workspace: workspace(say, { here: 'home' }),
    main: html`<h1>${say('sessions.title')}</h1>
<p class="lead">${say('sessions.lead')}</p>
${here.map((session) => ownCard(say, session, now))}
<h2>${say('sessions.others')}</h2>
${
  others.length === 0
    ? html`<p>${say('sessions.no-others')}</p>`
    : html`<ul class="sessions">${others.map((session) => otherCard(say, session, now))}</ul>
<form method="post" action="${paths.endOtherSessions}"><button class="button danger">${say('sessions.end-others')}</button></form>`
}
<p><a href="${paths.me}">${say('me.title')}</a></p>`,
  }
}

function ownCard(say: Say, session: Session, now: Temporal.Instant): Html {
  return html`<section class="card stack"><h2>${say('sessions.here')}</h2>
<p>${deviceName(say, session.userAgent)}<br><span class="hint">${since(say, session, now)}</span></p>
<form method="post" action="${paths.signOut}"><button class="button quiet">${say('workspace.sign-out')}</button></form></section>`
}

function otherCard(say: Say, session: Session, now: Temporal.Instant): Html {
  const { idHash, userAgent, seenAt, createdAt } = session
  const name = deviceName(say, userAgent)
  return html`<li class="card stack"><h3>${name}</h3>
<p class="hint">${since(say, session, now)}<br>${say('sessions.seen')} ${moment(say, seenAt ?? createdAt, now)}</p>
<form method="post" action="${paths.endSession}"><input type="hidden" name="session" value="${idHash}">
<button class="button quiet">${say('workspace.sign-out')}<span class="unseen">: ${name}</span></button></form></li>`
}

function since(say: Say, { createdAt }: Session, now: Temporal.Instant): Html {
  return html`${say('sessions.since')} ${moment(say, createdAt, now)}`
}

/** Relative, since whoever reads it belongs to no project here whose zone would count. */
function moment(say: Say, at: Temporal.Instant, now: Temporal.Instant): Html {
  const isFresh = Temporal.Instant.compare(at.add({ hours: 1 }), now) > 0
  return html`<time datetime="${machine(at, 'UTC')}">${isFresh ? say('sessions.within-hour') : ago(now, at, say.locale)}</time>`
}
