import type { SlotMinutes } from '../../server/minutes/desk.ts'
import type { Version } from '../../server/minutes/queries.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { stamp } from '../when.ts'
import { asTyped } from './as-typed.ts'

/** Every text that was ever saved, the newest first. */
export function versionsPage(say: Say, its: SlotMinutes): Page {
  const { project, meeting, slot, versions } = its
  return {
    say,
    title: say('minutes.history'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'minutes', project, meeting }),
    main: html`<p class="above"><a href="${paths.minutesOf(project, meeting, slot)}">${words(say, slot.title, project.locales)}</a></p>
<h1>${say('minutes.history')}</h1>
${versions.length === 0 ? html`<div class="empty"><p>${say('minutes.unwritten')}</p></div>` : null}
<ol class="minutes-desk" reversed role="list">${versions.map((version, at) => html`<li>${one(say, its, version, at === 0)}</li>`)}</ol>`,
  }
}

function one(say: Say, its: SlotMinutes, version: Version, isLatest: boolean): Html {
  const { project, meeting, slot, minutes } = its
  const isApproved = minutes?.approvedVersion === version.number
  return html`<details class="fold"><summary>${savedBy(say, its, version)}${isApproved ? html` <span class="badge published">${say('minutes.is-approved')}</span>` : null}</summary>
${asTyped(project.locales, version.text)}
${
  isLatest
    ? null
    : html`<form method="post" action="${paths.minutesDo(project, meeting, slot, 'restore')}"><input type="hidden" name="number" value="${version.number}">
<button class="button small">${say('minutes.restore')}</button></form>`
}</details>`
}

/** Which version, when, by whom as far as that is known. */
export function savedBy(say: Say, { meeting }: Pick<SlotMinutes, 'meeting'>, { number, at, name }: Version): string {
  const when = stamp(at, meeting.zone, say.locale)
  return name ? say('minutes.saved-by', { number, when, name }) : say('minutes.saved', { number, when })
}
