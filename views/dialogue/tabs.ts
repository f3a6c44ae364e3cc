import type { Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** The organisers' pages of the dialogue. */
export function dialogueTabs(say: Say, project: Project, here: 'items' | 'reports', reports = 0): Html {
  const link = (name: typeof here, path: string, label: string, count = 0) =>
    html`<li><a href="${path}"${name === here ? html` aria-current="page"` : null}>${label}</a>${count > 0 ? html` <span class="badge count">${count}</span>` : null}</li>`
  return html`<nav class="parts" aria-label="${say('dialogue.title')}"><ul class="row">
${link('items', paths.dialogue(project), say('dialogue.items'))}
${link('reports', paths.abuseReports(project), say('abuse.title'), reports)}
</ul></nav>`
}
