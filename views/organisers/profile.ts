import { html } from '../html.ts'
import type { Page } from '../page.ts'
import { choiceField, type FormState, problemSummary, textField } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { languageNames } from '../when.ts'

export function profilePage(say: Say, email: string, form: FormState): Page {
  const options = Object.entries(languageNames).map(([value, label]) => ({ value, label }))
  return {
    say,
    title: say('me.title'),
    personal: true,
    workspace: workspace(say, { here: 'home' }),
    main: html`<h1>${say('me.title')}</h1>
<form class="card stack" method="post" action="${paths.me}" novalidate>
${problemSummary(say, form)}
${textField(say, form, { name: 'name', label: say('me.name'), required: true, autocomplete: 'name', max: 100 })}
${choiceField(say, form, { name: 'locale', label: say('me.locale'), required: true, options })}
<p class="hint">${say('me.email', { email })}</p>
<button class="button">${say('me.save')}</button>
</form>
<p class="card"><a href="${paths.secondFactor}">${say('second.title')}</a> <span class="hint">${say('me.second-factor')}</span></p>
<p><a href="${paths.sessions}">${say('sessions.title')}</a></p>`,
  }
}
