import type { Meeting, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** What else is done at the door, or about it. */
export function doorWays(say: Say, project: Project, meeting: Meeting): Html {
  return html`<nav class="row door-ways" aria-label="${say('door.ways')}">
<a class="button" href="${paths.walkIn(project, meeting)}">${say('door.walk-in')}</a>
<a class="button quiet" href="${paths.doorHeads(project, meeting)}">${say('door.heads')}</a>
<a class="button quiet" href="${paths.doorSheet(project, meeting)}">${say('door.sheet')}</a>
<a class="button quiet" href="${paths.doorPaper(project, meeting)}">${say('door.paper')}</a>
<a class="button quiet" href="${paths.doorBadges(project, meeting)}">${say('door.badges')}</a>
</nav>`
}
