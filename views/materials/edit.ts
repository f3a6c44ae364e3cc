import type { Material } from '../../db/schema.ts'
import type { MaterialsDesk } from '../../server/materials/desk.ts'
import { html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { placeIn } from './desk.ts'
import { materialFields } from './fields.ts'
import { materialLine } from './list.ts'

/** What is said of one material. What it is does not change: for that it is removed and added anew. */
export function materialPage(say: Say, desk: MaterialsDesk, material: Material, form: FormState): Page {
  return {
    say,
    title: say('materials.edit'),
    colour: colourOf(desk.project),
    workspace: workspace(say, placeIn(desk)),
    main: html`<p class="above"><a href="${paths.materialsDesk(desk)}">${say('materials.title')}</a></p>
<h1>${words(say, material.title, desk.project.locales)}</h1>
${materialLine(say, desk.project.locales, material)}
<form class="card stack" method="post" action="${paths.materialEdit(desk, material)}" novalidate>
${problemSummary(say, form)}
${materialFields(say, desk, form)}
<button class="button">${say('materials.save')}</button>
</form>`,
  }
}
