import type { CallFound } from '../../server/stories/call-state.ts'
import { type Html, html } from '../html.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { dayAndTime, machine } from '../when.ts'

/** On the page of a project or a meeting, while its call is open: come and tell. */
export function storyInvitation(say: Say, found: CallFound | null): Html | null {
  if (!found) return null
  const { project, meeting, call } = found
  const zone = meeting?.zone ?? project.zone
  return html`<section class="card story-invitation stack" aria-labelledby="tell"><h2 id="tell">${say('call.tell')}</h2>
<p>${words(say, call.title, project.locales)}</p>
<p><a class="button small" href="${paths.call(project, meeting)}">${say('call.tell-button')}</a></p>
<p class="hint">${say('call.until')}: <time datetime="${machine(call.closesAt, zone)}">${dayAndTime(call.closesAt, zone, say.locale)}</time></p>
</section>`
}
