import type { Project } from '../../db/schema.ts'
import type { Late } from '../../server/mail/late.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { momentWithin } from '../when.ts'

export type LateIn = Late & { project: Project }

/** On every page of organisers whose letters do not go: since when, why, and what to do. */
export function lateNotice(say: Say, { project, since, letters, answer }: LateIn): Html {
  const when = momentWithin(since, project.zone, say.locale)
  return html`<aside class="notice late-letters" aria-label="${say('late.label')}">
<p><strong>${say('late.lead', { letters, since: when })}</strong> ${say('late.what-to-do')}</p>
${answer ? html`<p>${say('late.answer')} <q>${answer}</q></p>` : null}
<p><a href="${paths.letters(project)}">${say('late.letters')}</a></p>
</aside>`
}
