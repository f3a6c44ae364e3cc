import { html } from '../html.ts'
import type { Page } from '../page.ts'
import { type FormState, problemSummary, textField } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** For whoever has the code from the wall and no camera. */
export function joinPage(say: Say, form: FormState): Page {
  return {
    say,
    title: say('room.join-title'),
    main: html`<div class="narrow stack"><h1>${say('room.join-title')}</h1>
<p class="lead">${say('room.join-lead')}</p>
${problemSummary(say, form)}
<form method="post" action="${paths.join}" class="card room-join">
${textField(say, form, { name: 'code', label: say('room.code'), required: true, autocomplete: 'off', max: 20 })}
<p><button class="button">${say('room.join')}</button></p>
</form></div>`,
  }
}
