import { html } from '../html.ts'
import type { Page } from '../page.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { beginningFields } from './basics.ts'

export function newProjectPage(say: Say, form: FormState): Page {
  return {
    say,
    title: say('settings.new'),
    workspace: workspace(say, { here: 'home' }),
    main: html`<h1>${say('settings.new')}</h1>
<p class="lead">${say('settings.new-lead')}</p>
<form class="card stack" method="post" action="${paths.newProject}" novalidate>
${problemSummary(say, form)}
${beginningFields(say, form)}
<button class="button">${say('settings.create')}</button>
</form>`,
  }
}
