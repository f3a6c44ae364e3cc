import type { Meeting, Project } from '../../db/schema.ts'
import type { MeetingStatus } from '../../server/meetings/status.ts'
import type { May } from '../../server/organisers/rights.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { meetingBadge } from '../parts/badges.ts'
import { words } from '../parts/texts.ts'
import { placeText, whenText } from '../parts/when-and-where.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

type Where = { project: Project; meeting: Meeting }

/** A meeting for those who help on its day: when and where, and the way to what is theirs to do. */
export function helperPage(say: Say, { project, meeting }: Where, status: MeetingStatus, may: May): Page {
  const place = placeText(say, project, meeting)
  return {
    say,
    title: say('workspace.overview'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'overview', project, meeting }),
    main: html`<div class="stack">
<h1>${words(say, meeting.title, project.locales)}</h1>
<p class="row">${meetingBadge(say, status)}
${status === 'draft' ? null : html`<a href="${paths.meeting(project, meeting)}">${say('overview.public-page')}</a>`}</p>
<p class="lead">${whenText(say, meeting)}${place ? html`<br>${place}` : null}</p>
${tasks(say, { project, meeting }, may)}
</div>`,
  }
}

function tasks(say: Say, { project, meeting }: Where, may: May): Html | null {
  if (!may('moderator', meeting)) return null
  return html`<p><a class="button" href="${paths.agenda(project, meeting)}">${say('helper.agenda')}</a></p>
<p class="hint">${say('helper.agenda-hint')}</p>`
}
