import type { Group, Meeting, Project } from '../../db/schema.ts'
import { html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary, textField } from '../parts/fields.ts'
import { plain } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

type HeadsView = { project: Project; meeting: Meeting; groups: Group[]; saved: boolean }

/** People counted by their group, without anybody's name. */
export function headsPage(say: Say, { project, meeting, groups, saved }: HeadsView, form: FormState): Page {
  const field = (id: string, label: string) =>
    textField(say, form, { name: `people.${id}`, label, numeric: true, max: 3, autocomplete: 'off' })
  return {
    say,
    title: say('door.heads'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'door', project, meeting }),
    main: html`<h1>${say('door.heads')}</h1>
<p><a href="${paths.door(project, meeting)}">${say('workspace.door')}</a></p>
${saved ? html`<p class="notice" role="status">${say('door.heads-saved')}</p>` : null}
<form class="card stack" method="post" action="${paths.doorHeads(project, meeting)}" novalidate>
${problemSummary(say, form)}
<p class="hint">${say('door.heads-hint')}</p>
<div class="kept-places">${groups.map((group) => field(group.id, plain(say, group.name, project.locales)))}${field('none', say('door.heads-none'))}</div>
<button class="button">${say('door.count-save')}</button>
</form>`,
  }
}
