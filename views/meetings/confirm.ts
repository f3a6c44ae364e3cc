import type { Meeting, Project } from '../../db/schema.ts'
import { html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { words } from '../parts/texts.ts'
import { startText } from '../parts/when-and-where.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'

export type ConfirmedDeed = 'publish' | 'postpone' | 'cancel' | 'delete'
/** `people`: how many are written to. */
export type ConfirmView = {
  project: Project
  meeting: Meeting
  deed: ConfirmedDeed
  lacks: MessageKey[]
  people: number
}

/** Says exactly what will happen, before it does. */
export function confirmPage(say: Say, { project, meeting, deed, lacks, people }: ConfirmView): Page {
  const title = say(`meeting-deed.${deed}-title`)
  const when = startText(say, meeting)
  return {
    say,
    title,
    colour: colourOf(project),
    workspace: workspace(say, { here: 'overview', project, meeting }),
    main: html`<section class="card stack">
<h1>${title}</h1>
<p class="lead">${words(say, meeting.title, project.locales)}<br>${when}</p>
<p>${say(`meeting-deed.${deed}-what`)}</p>
<p><strong>${say('meeting-deed.letters', { people })}</strong></p>
${lacks.length > 0 ? html`<ul class="notice">${lacks.map((lack) => html`<li>${say(lack)}</li>`)}</ul>` : null}
<form class="row" method="post" action="${paths.meetingDo(project, meeting, deed)}">
${lacks.length > 0 ? null : html`<button class="button${deed === 'publish' ? '' : ' danger'}">${say(`meeting-deed.${deed}`)}</button>`}
<a class="button quiet" href="${paths.overview(project, meeting)}">${say('meeting-deed.not-now')}</a>
</form>
</section>`,
  }
}
