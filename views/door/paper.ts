import type { Group, Meeting, Project } from '../../db/schema.ts'
import type { Seen } from '../../server/check-ins/standing.ts'
import type { everybodyExpected } from '../../server/door/queries.ts'
import { type Content, type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { paperLabels, paperLines } from './paper-lines.ts'

export type PaperView = { project: Project; meeting: Meeting; groups: Group[] } & Awaited<
  ReturnType<typeof everybodyExpected>
> & {
    /** Who has come, by the id of whoever registered or comes along. */
    seen: ReadonlyMap<string, Seen>
    why: 'early' | 'late' | null
    saved: boolean
  }

type Row = PaperView['rows'][number]

/** The sheet as it came back: who signed, and who wrote themselves down below. */
export function paperPage(say: Say, view: PaperView, form: FormState): Page {
  const { project, meeting, why, saved } = view
  return {
    say,
    title: say('door.paper'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'door', project, meeting }),
    main: html`<h1>${say('door.paper')}</h1>
<p><a href="${paths.door(project, meeting)}">${say('workspace.door')}</a></p>
${saved ? html`<p class="notice" role="status">${say('door.paper-saved')}</p>` : null}
${why ? html`<p class="notice">${say(`door.paper-${why}`)}</p>` : paperForm(say, view, form)}`,
  }
}

function paperForm(say: Say, view: PaperView, form: FormState): Html {
  const { project, meeting, rows } = view
  return html`<form class="stack" method="post" action="${paths.doorPaper(project, meeting)}" novalidate>
${problemSummary(say, form, paperLabels(say))}
${
  rows.length === 0
    ? null
    : html`<section class="card"><fieldset class="stack"><legend><h2>${say('door.paper-signed')}</h2></legend>
<ul class="paper-signed" role="list">${rows.flatMap((row) => signatures(say, view, row, form))}</ul></fieldset></section>`
}
<section class="card stack"><h2>${say('door.paper-lines')}</h2>
<p class="hint">${say('door.paper-lines-hint')}</p>
${paperLines(say, view, form)}</section>
<button class="button wide">${say('door.paper-save')}</button>
</form>`
}

function signatures(say: Say, view: PaperView, row: Row, form: FormState): Html[] {
  const { className, group } = row
  const of = className ?? (group ? words(say, group.name, view.project.locales) : '')
  return [row, ...row.named].map((one) => signature(say, view, one, of, form))
}

/** Who is in already is not asked about; taking that back is for the door's own page. */
function signature(
  say: Say,
  { seen }: PaperView,
  { id, name }: { id: string; name: string | null },
  of: Content,
  { typed }: FormState,
): Html {
  const isIn = seen.has(id)
  const state = isIn ? html` checked disabled` : typed[`came.${id}`] ? html` checked` : null
  return html`<li class="tick"><label><input type="checkbox" name="came.${id}" value="yes"${state}> ${name ?? say('desk.forgotten')}</label> <span class="hint">${of}</span>${isIn ? html` <span class="badge confirmed">${say('door.paper-in')}</span>` : null}</li>`
}
