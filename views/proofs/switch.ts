import type { Meeting, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** For organisers whose sign-up is flooded by programs. */
export function guardSwitch(say: Say, project: Project, meeting: Meeting): Html {
  const isOn = meeting.guardKey !== null
  const deed = isOn ? 'stop-guarding' : 'guard'
  return html`<section class="card stack" id="attack"><h2>${say('guard.title')}</h2>
<p>${say('guard.about')}</p>
${isOn ? html`<p class="notice">${say('guard.on')}</p>` : null}
<form method="post" action="${paths.guardSignUp(project, meeting, deed)}"><button class="button quiet">${say(isOn ? 'guard.stop' : 'guard.start')}</button></form>
</section>`
}
