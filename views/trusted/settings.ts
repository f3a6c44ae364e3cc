import type { Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { type FormState, problemSummary, textField } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** Whom the young turn to: a part of the project's settings. */
export function trustedSection(say: Say, project: Project, form: FormState): Html {
  return html`<section id="trusted" aria-labelledby="trusted-title"><h2 id="trusted-title">${say('settings.trusted')}</h2>
<p class="hint">${say('settings.trusted-hint')}</p>
<form class="card stack" method="post" action="${paths.projectDo(project, 'trusted')}" novalidate>
${problemSummary(say, form)}
${textField(say, form, { name: 'trustedName', label: say('settings.trusted-name'), max: 120 })}
<div class="row">${textField(say, form, { name: 'trustedPhone', label: say('settings.trusted-phone'), max: 40 })}
${textField(say, form, { name: 'trustedEmail', label: say('settings.trusted-email'), type: 'email', max: 254 })}</div>
<button class="button">${say('settings.save')}</button>
</form></section>`
}
