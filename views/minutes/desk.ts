import type { Minutes } from '../../db/schema.ts'
import type { MinutesDesk } from '../../server/minutes/desk.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** Every slot, with how far its minutes have got. */
export function minutesDeskPage(say: Say, { project, meeting, slots }: MinutesDesk): Page {
  return {
    say,
    title: say('minutes.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'minutes', project, meeting }),
    main: html`<h1>${say('minutes.title')}</h1>
<p class="lead">${say('minutes.lead')}</p>
${
  slots.length === 0
    ? html`<div class="empty"><p>${say('minutes.no-slots')}</p></div>`
    : html`<ul class="minutes-desk" role="list">${slots.map(
        (
          slot,
        ) => html`<li><div><a href="${paths.minutesOf(project, meeting, slot)}">${words(say, slot.title, project.locales)}</a>
<p class="hint">${slot.names.join(', ')}</p></div>${minutesState(say, slot.minutes)}</li>`,
      )}</ul>`
}`,
  }
}

/** In words: nothing by colour alone. */
export function minutesState(say: Say, minutes: Minutes | null): Html {
  if (!minutes) return html`<span class="hint">${say('minutes.unwritten')}</span>`
  const { version, approvedVersion, publishedAt } = minutes
  const isNewer = approvedVersion !== null && version > approvedVersion
  const state =
    approvedVersion === null
      ? html`<span class="badge waiting">${say('minutes.draft')}</span>`
      : html`<span class="badge published">${say(publishedAt ? 'minutes.is-published' : 'minutes.is-approved')}</span>`
  return html`<span class="row">${state}${isNewer ? html`<span class="badge waiting">${say('minutes.is-newer')}</span>` : null}</span>`
}
