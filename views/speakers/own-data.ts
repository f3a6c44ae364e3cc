import { type Html, html } from '../html.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { shortDay } from '../when.ts'
import type { OwnView } from './own.ts'

/** Who sees what, until when, and the way out. */
export function myData(say: Say, { project, speaker, token, forgottenAt }: OwnView): Html {
  const title = plain(say, project.title, project.locales)
  const contact = project.contactEmail
  return html`<details class="card fold"><summary><h2>${say('speaker.data')}</h2></summary><div class="stack">
<p>${say('speaker.data-public')}</p>
<p>${say('speaker.data-private', { email: speaker.email ?? '–', project: title })} ${
    forgottenAt ? say('speaker.data-until', { date: shortDay(forgottenAt, project.zone, say.locale) }) : null
  }</p>
${contact ? html`<p>${say('speaker.data-ask')} <a href="mailto:${contact}">${contact}</a></p>` : null}
<form class="stack" method="post" action="${paths.speakerDo(token, 'forget')}">
<p>${say('speaker.forget-sure')}</p>
<button class="button danger">${say('speaker.forget')}</button>
</form></div></details>`
}
