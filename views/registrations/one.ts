import type { Group, Meeting, Project, Registration } from '../../db/schema.ts'
import type { Column } from '../../server/registrations/desk/columns.ts'
import type { One } from '../../server/registrations/desk/one.ts'
import { withdrawal } from '../consents/withdraw.ts'
import { type Html, html } from '../html.ts'
import { letterLog } from '../mail/log.ts'
import { colourOf, type Page } from '../page.ts'
import type { FormState } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { headOf } from './cells.ts'
import { journal } from './journal.ts'
import { oneDeeds } from './one-deeds.ts'
import { shown } from './shown.ts'

export type OneView = One & {
  project: Project
  meeting: Meeting
  registration: Registration
  /** What the reader may see of somebody, as in the list. */
  columns: Column[]
  /** Their mail server says that there is no such address. */
  isUnreachable: boolean
  groups: Group[]
  /** Whether freed places are being offered at all. */
  offers: boolean
  /** After the meeting, or once it is called off, nothing is changed any more. */
  over: boolean
}

export function onePage(say: Say, view: OneView, form: FormState): Page {
  const { project, meeting, registration } = view
  const title = registration.name ?? say('desk.forgotten')
  return {
    say,
    title,
    colour: colourOf(project),
    workspace: workspace(say, { here: 'registrations', project, meeting }),
    main: html`<p><a href="${paths.registrations(project, meeting)}">${say('workspace.registrations')}</a></p>
<h1>${title} <span class="badge ${registration.status}">${say(`desk.${registration.status}`)}</span></h1>
${view.isUnreachable ? html`<p class="notice">${say('one.unreachable')}</p>` : null}
${facts(say, view)}
${oneDeeds(say, view, form)}
${withdrawal(say, view)}
${brought(say, view)}
${journal(say, view)}
${letterLog(say, project, view.log)}`,
  }
}

function facts(say: Say, view: OneView): Html {
  const { columns, row, registration, position } = view
  const known = columns
    .filter(({ name }) => name !== 'status')
    .map((column) => [headOf(say, view, column), row ? shown(say, view, column, row) : null])
  const place = position === null ? [] : [[say('one.position'), position]]
  const all = [[say('desk.arrival'), registration.arrival], ...place, ...known]
  return html`<dl class="one">${all.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value ?? '–'}</dd></div>`)}</dl>`
}

/** Friends, or the pupils of a class. */
function brought(say: Say, { people, registration }: OneView): Html | null {
  if (people.length === 0) return null
  return html`<section class="stack"><h2>${registration.className ?? say('one.people')}</h2>
<ol>${people.map(({ name }) => html`<li>${name ?? say('one.nameless')}</li>`)}</ol></section>`
}
