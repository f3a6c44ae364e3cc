import type { Meeting, Project } from '../../db/schema.ts'
import type { Version } from '../../server/agenda/changelog.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { dayAndTime, machine } from '../when.ts'
import { differenceByDay } from './difference.ts'

type ChangelogView = { project: Project; meeting: Meeting; versions: Version[] }

/** Every version of the agenda, the newest first, and what it brought. */
export function changelogPage(say: Say, { project, meeting, versions }: ChangelogView): Page {
  const title = plain(say, meeting.title, project.locales)
  return {
    say,
    title: `${say('agenda.changelog')}: ${title}`,
    colour: colourOf(project),
    of: project,
    description: say('agenda.changelog-about', { title }),
    main: html`<div class="reading-page stack">
<header><p class="above"><a href="${paths.meeting(project, meeting)}">${words(say, meeting.title, project.locales)}</a></p>
<h1>${say('agenda.changelog')}</h1></header>
<ol class="versions" reversed>${versions.map((version) => versionItem(say, version, { project, meeting }))}</ol>
</div>`,
  }
}

function versionItem(say: Say, version: Version, where: Omit<ChangelogView, 'versions'>): Html {
  const { zone } = where.meeting
  return html`<li class="card version" id="v${version.version}">
<h2>v${version.version}${version.name && ` · ${version.name}`}</h2>
<p class="hint"><time datetime="${machine(version.releasedAt, zone)}">${dayAndTime(version.releasedAt, zone, say.locale)}</time></p>
${brought(say, version, where)}
</li>`
}

function brought(say: Say, { first, lateMinutes, changes }: Version, where: Omit<ChangelogView, 'versions'>) {
  if (first) return html`<p>${say('agenda.first-version')}</p>`
  if (lateMinutes) return html`<p>${say('agenda.ran-late', { minutes: lateMinutes })}</p>`
  if (changes.length === 0) return html`<p>${say('agenda.small-changes')}</p>`
  return differenceByDay(say, changes, where)
}
