import { html } from '../html.ts'
import type { Page } from '../page.ts'
import { type FormState, problemSummary, textField } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** Behind the link printed at the first start: who is the first to organise here. */
export function firstRunPage(say: Say, token: string, form: FormState): Page {
  return {
    say,
    title: say('first-run.title'),
    personal: true,
    main: html`<section class="doorstep card stack"><h1>${say('first-run.title')}</h1>
<p>${say('first-run.lead')}</p>
<form class="stack" method="post" action="${paths.signInLink(token)}" novalidate>
${problemSummary(say, form)}
${textField(say, form, { name: 'name', label: say('me.name'), required: true, autocomplete: 'name', max: 100 })}
${textField(say, form, { name: 'email', label: say('sign-in.email'), hint: say('first-run.email-hint'), type: 'email', required: true, autocomplete: 'email', max: 254 })}
<button class="button wide">${say('first-run.send')}</button>
</form></section>`,
  }
}
