import { html } from './html.ts'
import type { Page } from './page.ts'
import { paths } from './paths.ts'
import type { MessageKey, MessageValues, Say } from './say.ts'

export function refusedPage(say: Say, key: MessageKey, values: MessageValues, back: string | null): Page {
  return {
    say,
    title: say('refusal.title'),
    personal: true,
    main: html`<section class="card notice">
<h1>${say('refusal.title')}</h1>
<p>${say(key, values)}</p>
<p><a class="button quiet" href="${back ?? paths.home}">${say('refusal.back')}</a></p>
</section>`,
  }
}
