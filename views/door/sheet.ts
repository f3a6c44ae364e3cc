import type { Meeting, Project } from '../../db/schema.ts'
import type { everybodyExpected } from '../../server/door/queries.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { plain, words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { lineNumbers } from './blank-lines.ts'

type SheetView = { project: Project; meeting: Meeting } & Awaited<ReturnType<typeof everybodyExpected>>

/** The list on paper, to be signed; for a door without a phone. */
export function doorSheetPage(say: Say, view: SheetView): Page {
  const { project, meeting } = view
  const people = view.rows.flatMap((row) => peopleOf(say, view, row))
  const blank = lineNumbers().map(() => line('', ''))
  return {
    say,
    title: say('door.sheet'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'door', project, meeting }),
    main: html`<h1>${say('door.sheet')}</h1>
<p class="lead">${plain(say, meeting.title, project.locales)}</p>
<p class="hint">${say('door.sheet-hint')} <a href="${paths.door(project, meeting)}">${say('workspace.door')}</a></p>
<div class="table-wrap" role="region" tabindex="0" aria-label="${say('door.sheet')}"><table class="door-sheet">
<thead><tr><th scope="col">${say('register.name')}</th><th scope="col">${say('register.group')}</th><th scope="col">${say('door.signature')}</th></tr></thead>
<tbody>${[...people, ...blank]}</tbody></table></div>`,
  }
}

function peopleOf(
  say: Say,
  { project }: SheetView,
  { name, className, group, named }: SheetView['rows'][number],
): Html[] {
  const of = className ?? (group ? words(say, group.name, project.locales) : '')
  return [name ?? '', ...named.map((one) => one.name)].map((one) => line(one, of))
}

function line(name: string, group: string | Html): Html {
  return html`<tr><td>${name}</td><td>${group}</td><td class="sign"></td></tr>`
}
