import { html } from '../html.ts'
import type { Page } from '../page.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** The same for a code that there is and for one that there is not. */
export function shownCodePage(say: Say): Page {
  return {
    say,
    title: say('door.code-title'),
    personal: true,
    main: html`<div class="register-page"><section class="card answer">
<h1 class="answer-head">${say('door.code-title')}</h1>
<div class="answer-body stack"><p class="lead">${say('door.code-show')}</p>
<p class="hint">${say('door.code-staff')} <a href="${paths.signIn}">${say('door.code-sign-in')}</a></p></div>
</section></div>`,
  }
}
