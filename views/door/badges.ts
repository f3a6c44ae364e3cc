import type { Meeting, Project } from '../../db/schema.ts'
import type { everybodyExpected } from '../../server/door/queries.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

type BadgesView = { project: Project; meeting: Meeting } & Awaited<ReturnType<typeof everybodyExpected>>

/** Name tags, ten on a sheet: what one calls somebody, and as whom they come. */
export function badgesPage(say: Say, view: BadgesView): Page {
  const { project, meeting, rows } = view
  return {
    say,
    title: say('door.badges'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'door', project, meeting }),
    main: html`<h1 class="badges-tools">${say('door.badges')}</h1>
<p class="badges-tools hint">${say('door.badges-hint')} <a href="${paths.door(project, meeting)}">${say('workspace.door')}</a></p>
${rows.length === 0 ? html`<div class="empty"><p>${say('door.empty')}</p></div>` : html`<ul class="name-tags" role="list">${rows.flatMap((row) => tagsOf(say, view, row))}</ul>`}`,
  }
}

function tagsOf(
  say: Say,
  { project, meeting }: BadgesView,
  { name, className, group, named }: BadgesView['rows'][number],
): Html[] {
  const of = className ?? (group ? words(say, group.name, project.locales) : '')
  const names = [name, ...named.map((one) => one.name)].flatMap((one) => one ?? [])
  return names.map(
    (one) => html`<li class="name-tag"><span class="name-tag-of">${words(say, meeting.title, project.locales)}</span>
<strong>${one}</strong> <span>${of}</span></li>`,
  )
}
