import type { Group, Meeting, Project } from '../../db/schema.ts'
import type { PeopleList } from '../../server/imports/list-form.ts'
import type { Planned } from '../../server/imports/plan.ts'
import { type Html, html } from '../html.ts'
import { columnFields, listFields } from '../imports/list-fields.ts'
import { plannedTable } from '../imports/planned-table.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, onceField, problemSummary } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { untilField } from './single-form.ts'

export type InviteManyView = {
  project: Project
  meeting: Meeting
  groups: Group[]
  /** Places that nobody has yet. */
  free: number
  open: boolean
  most: number
  list: PeopleList | null
  /** What would become of each row, and how many places there would be left. */
  planned: Planned[] | null
  left: number | null
}

export function inviteManyPage(say: Say, view: InviteManyView, form: FormState): Page {
  const { project, meeting, free, open } = view
  return {
    say,
    title: say('invitations.many'),
    colour: colourOf(project),
    personal: true,
    workspace: workspace(say, { here: 'registrations', project, meeting }),
    main: html`<p><a href="${paths.invitations(project, meeting)}">${say('invitations.title')}</a></p>
<h1>${say('invitations.many')}</h1>
<p class="lead">${say('invitations.many-lead')} ${say('invitations.free', { free })}</p>
${open ? manyForm(say, view, form) : html`<p class="notice">${say('invitations.closed')}</p>`}`,
  }
}

function manyForm(say: Say, view: InviteManyView, form: FormState): Html {
  const { project, meeting, list, planned } = view
  return html`<form class="stack" method="post" action="${paths.inviteMany(project, meeting)}" enctype="multipart/form-data" novalidate>
${onceField(form)}${problemSummary(say, form)}
${list && planned ? lookedOver(say, view, planned) : null}
${untilField(say, form)}
${list ? columnFields(say, list, form) : null}
<details class="card fold"${list ? null : html` open`}><summary>${say('import.list')}</summary>
<div class="stack">${listFields(say, view, form)}
<p><button class="button${list ? ' quiet' : ''}" name="step" value="look">${say(list ? 'import.look-again' : 'import.look')}</button></p></div></details>
</form>`
}

function lookedOver(say: Say, { free, left }: InviteManyView, planned: Planned[]): Html {
  const people = planned.filter(({ fate }) => fate === 'place').length
  return html`<section class="stack" aria-labelledby="looked-over"><h2 id="looked-over">${say('import.looked-over')}</h2>
<p>${say('invitations.counts', { people, free, left: left ?? free, out: planned.length - people })}</p>
${people > 0 ? html`<p><button class="button" name="step" value="do">${say('invitations.do', { people })}</button></p><p class="hint">${say('import.do-hint')}</p>` : null}
${plannedTable(say, planned, (fate) => say(fate === 'place' ? 'invitations.fate-place' : `import.fate-${fate}`))}
</section>`
}
