import type { PersonalFeed, Project } from '../../db/schema.ts'
import type { Qr } from '../../server/qr.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { choiceField, type FormState, problemSummary } from '../parts/fields.ts'
import type { Say } from '../say.ts'
import { stamp } from '../when.ts'
import { subscribeWays, type Ways } from './ways.ts'

export type OwnFeedView = {
  project: Project
  /** What comes into it: meetings one goes to, or slots one speaks in. */
  of: 'attending' | 'speaking'
  feed: PersonalFeed | null
  /** Only when it was just made: nobody knows the address later. */
  made: { ways: Ways; qr: Qr } | null
  /** The secret that the next address will have; a form sent twice makes one. */
  secret: string
  page: string
  back: string
}

export function ownFeedPage(say: Say, view: OwnFeedView, form: FormState): Page {
  const { project, feed, made, back, of } = view
  return {
    say,
    title: say('feed.title'),
    colour: colourOf(project),
    of: project,
    personal: true,
    scripts: ['copy'],
    main: html`<div class="register-page">
<section class="card answer"><h1 class="answer-head">${say('feed.title')}</h1><div class="answer-body stack">
${problemSummary(say, form)}
<p>${say(`feed.about-${of}`)}</p>
${made ? address(say, made) : feed && html`<p>${say('feed.since', { when: stamp(feed.createdAt, project.zone, say.locale) })}</p>`}
${feed ? null : making(say, view, form)}
</div></section>
${feed ? html`${alarm(say, view, form)}${renewing(say, view, feed)}${ending(say, view)}` : null}
<p><a class="button quiet" href="${back}">${say('guardians.back')}</a></p>
</div>`,
  }
}

/** As in the form: minutes, or "none". */
export const alarms = ['none', '60', '1440'] as const

function address(say: Say, { ways, qr }: NonNullable<OwnFeedView['made']>): Html {
  return html`<p class="notice" role="status">${say('feed.once')}</p>
${subscribeWays(say, 'feed-address', ways, { qr, scan: say('feed.scan') })}
<p class="hint">${say('feed.secret')}</p>
<p class="hint">${say('subscribe.slow')}</p>`
}

function making(say: Say, { page, secret }: OwnFeedView, form: FormState): Html {
  return html`<form class="stack" method="post" action="${page}" novalidate>
<input type="hidden" name="secret" value="${secret}">${alarmField(say, form)}
<button class="button">${say('feed.make')}</button></form>
<p class="hint">${say('subscribe.slow')}</p>`
}

function alarm(say: Say, { page }: OwnFeedView, form: FormState): Html {
  return html`<form class="card stack" method="post" action="${page}/alarm" novalidate>${alarmField(say, form)}
<button class="button quiet">${say('mine.save')}</button></form>`
}

function alarmField(say: Say, form: FormState): Html {
  const options = alarms.map((value) => ({ value, label: say(`feed.alarm-${value}`) }))
  return choiceField(say, form, { name: 'alarm', label: say('feed.alarm'), hint: say('feed.alarm-hint'), options })
}

function renewing(say: Say, { page, secret }: OwnFeedView, { alarmMinutes }: PersonalFeed): Html {
  return html`<details class="card fold"><summary>${say('feed.renew')}</summary>
<form class="stack" method="post" action="${page}">
<p>${say('feed.renew-what')}</p>
<input type="hidden" name="secret" value="${secret}"><input type="hidden" name="alarm" value="${alarmMinutes ?? 'none'}">
<button class="button">${say('feed.renew')}</button></form></details>`
}

function ending(say: Say, { page }: OwnFeedView): Html {
  return html`<details class="card fold"><summary>${say('feed.end')}</summary>
<form class="stack" method="post" action="${page}/end">
<p>${say('feed.end-what')}</p>
<button class="button danger">${say('feed.end')}</button></form></details>`
}
