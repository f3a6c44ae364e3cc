import { html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { momentWithin } from '../when.ts'
import type { CallView } from './call.ts'

/** The same answer whether or not the address was known: the letter says the rest. */
export function proposedPage(say: Say, view: CallView & { kept: 'draft' | 'handed-in' }): Page {
  const { project, meeting, call, zone, kept } = view
  const title = say(`proposed.${kept}`)
  return {
    say,
    title,
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="register-page">
<section class="card answer">
<h1 class="answer-head">${title}</h1>
<div class="answer-body stack">
<p class="lead">${words(say, call.title, project.locales)}</p>
<p>${say(`proposed.${kept}-next`, { until: momentWithin(call.closesAt, zone, say.locale) })}</p>
<p class="hint">${say('proposed.no-letter')}</p>
<p><a href="${meeting ? paths.meeting(project, meeting) : paths.project(project)}">${say('call.back')}</a></p>
</div>
</section>
</div>`,
  }
}
