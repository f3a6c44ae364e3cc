import type { Meeting, Project, Registration } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { DoorView } from './page.ts'

type ContactView = { project: Project; meeting: Meeting; registration: Registration; call: string | null }

/** Whom to call for one person. */
export function contactPage(say: Say, { project, meeting, registration, call }: ContactView): Page {
  return {
    say,
    title: say('emergency.title'),
    colour: colourOf(project),
    personal: true,
    workspace: workspace(say, { here: 'door', project, meeting }),
    main: html`<h1>${say('emergency.title')}</h1>
<section class="card stack"><h2>${registration.name ?? say('desk.forgotten')}</h2>
<p class="lead">${call ?? say('emergency.none')}</p>
<p class="hint">${say('emergency.noted')}</p>
<p><a class="button quiet" href="${paths.door(project, meeting, { only: registration.id })}">${say('workspace.door')}</a></p></section>`,
  }
}

/** Leads there, where somebody was asked for it. */
export function contactButton(
  say: Say,
  { project, meeting }: DoorView,
  row: { id: string; name: string | null },
): Html | null {
  if (!meeting.asksEmergencyContact) return null
  return html`<form class="door-contact" method="post" action="${paths.doorDo(project, meeting, row, 'contact')}"><button class="button quiet" aria-label="${say('emergency.show-of', { name: row.name ?? '' })}">${say('emergency.show')}</button></form>`
}
