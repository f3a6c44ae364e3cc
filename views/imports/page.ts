import type { Group, Meeting, Project } from '../../db/schema.ts'
import type { PeopleList } from '../../server/imports/list-form.ts'
import type { Planned } from '../../server/imports/plan.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, onceField, problemSummary } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { columnFields, listFields } from './list-fields.ts'
import { plannedTable } from './planned-table.ts'

export type ImportView = {
  project: Project
  meeting: Meeting
  groups: Group[]
  /** Nobody can be registered any more, or yet. */
  closed: boolean
  most: number
  /** How many have just been brought in, and how many of them wait. */
  done: { people: number; waiting: number } | null
  list: PeopleList | null
  /** What would become of each row; null before the list has been looked over. */
  planned: Planned[] | null
}

export function importPage(say: Say, view: ImportView, form: FormState): Page {
  const { project, meeting, closed, done } = view
  return {
    say,
    title: say('import.title'),
    colour: colourOf(project),
    personal: true,
    workspace: workspace(say, { here: 'registrations', project, meeting }),
    main: html`<h1>${say('import.title')}</h1>
${done ? html`<p class="notice" role="status">${say('import.done', done)} <a href="${paths.registrations(project, meeting)}">${say('import.to-list')}</a></p>` : null}
<p class="lead">${say('import.lead')}</p>
${closed ? html`<p class="notice">${say('import.closed')}</p>` : importForm(say, view, form)}`,
  }
}

function importForm(say: Say, view: ImportView, form: FormState): Html {
  const { project, meeting, list, planned } = view
  return html`<form class="stack" method="post" action="${paths.importPeople(project, meeting)}" enctype="multipart/form-data" novalidate>
${onceField(form)}${problemSummary(say, form)}
${list && planned ? lookedOver(say, list, planned, form) : null}
<details class="card fold"${list ? null : html` open`}><summary>${say('import.list')}</summary>
<div class="stack">${listFields(say, view, form)}
<p><button class="button${list ? ' quiet' : ''}" name="step" value="look">${say(list ? 'import.look-again' : 'import.look')}</button></p></div></details>
</form>`
}

function lookedOver(say: Say, list: PeopleList, planned: Planned[], form: FormState): Html {
  const of = (...fates: Planned['fate'][]) => planned.filter(({ fate }) => fates.includes(fate)).length
  const counts = {
    places: of('place'),
    waiting: of('waits'),
    known: of('known'),
    out: of('wrong', 'twice', 'left-out'),
  }
  return html`<section class="stack" aria-labelledby="looked-over"><h2 id="looked-over">${say('import.looked-over')}</h2>
<p>${say('import.counts', counts)}</p>
${list.encoding && list.encoding !== 'utf-8' ? html`<p class="notice">${say('import.encoding', { encoding: list.encoding })}</p>` : null}
${list.columns.name === null ? html`<p class="notice">${say('import.no-name')}</p>` : null}
${counts.places + counts.waiting > 0 ? yes(say, counts.places + counts.waiting, form) : null}
${plannedTable(say, planned, (fate) => say(`import.fate-${fate}`))}
${columnFields(say, list, form)}
</section>`
}

function yes(say: Say, people: number, form: FormState): Html {
  const chosen = form.typed.letters === 'silently' ? 'silently' : 'letters'
  return html`<fieldset class="card"><legend>${say('import.letters')}</legend>
${(['letters', 'silently'] as const).map(
  (value) =>
    html`<p class="field tick"><label><input type="radio" name="letters" value="${value}"${value === chosen ? html` checked` : null}> ${say(`import.letters-${value}`)}</label></p>`,
)}
<p><button class="button" name="step" value="do">${say('import.do', { people })}</button></p>
<p class="hint">${say('import.do-hint')}</p></fieldset>`
}
