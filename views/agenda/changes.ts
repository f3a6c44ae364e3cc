import type { Meeting, Project } from '../../db/schema.ts'
import type { Affected } from '../../server/agenda/affected.ts'
import type { Compared } from '../../server/agenda/compare.ts'
import type { Released } from '../../server/agenda/release.ts'
import type { Seen } from '../../server/agenda/release-agenda.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary, textField } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { shortDay, time } from '../when.ts'
import { differenceByDay } from './difference.ts'

export type ChangesView = {
  project: Project
  meeting: Meeting
  changes: Compared[]
  affected: Affected
  released: Released | null
  /** What this page shows: releasing tells of it, and of nothing that came after. */
  seen: Seen
  /** Somebody changed or released something between this page's showing and its button. */
  moved: boolean
}

/** The draft against what the public sees, and the button that closes the gap. */
export function changesPage(say: Say, view: ChangesView, form: FormState): Page {
  const { project, meeting, changes } = view
  return {
    say,
    title: say('agenda.changes'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'agenda', project, meeting }),
    main: html`<div class="changes-page stack">
<p class="above"><a href="${paths.agenda(project, meeting)}">${say('agenda.title')}</a></p>
<h1>${say('agenda.changes')}</h1>
${view.moved && html`<p class="notice" role="alert" tabindex="-1">${say('agenda.changes-moved')}</p>`}
${since(say, view)}
${changes.length > 0 ? html`${releaseForm(say, view, form)}${differenceByDay(say, changes, view)}` : html`<p class="empty">${say('agenda.nothing-to-release')}</p>`}
</div>`,
  }
}

function since(say: Say, { released, meeting, project }: ChangesView): Html {
  if (!released) return html`<p>${say('agenda.changes-first')}</p>`
  const { version, name, releasedAt } = released
  const date = `${shortDay(releasedAt, meeting.zone, say.locale)}, ${time(releasedAt, meeting.zone, say.locale)}`
  return html`<p>${say('agenda.changes-since', { version, date })}${name && ` · ${name}`} ·
<a href="${paths.changelog(project, meeting)}">${say('agenda.changelog')}</a></p>`
}

function releaseForm(say: Say, view: ChangesView, form: FormState): Html {
  const { project, meeting, seen, changes } = view
  return html`<form class="card stack release-form" method="post" action="${paths.agendaRelease(project, meeting)}" novalidate>
${problemSummary(say, form)}
<p><strong>${say('agenda.slots-changed', { count: changes.length })}</strong> ${whoHears(say, view)}</p>
<input type="hidden" name="step" value="${seen.step}"><input type="hidden" name="version" value="${seen.version}">
${textField(say, form, { name: 'name', label: say('agenda.version-name'), hint: say('agenda.version-name-hint'), max: 80, autocomplete: 'off' })}
<p class="row"><button class="button">${say('agenda.release')}</button>
<a href="${paths.agenda(project, meeting)}">${say('agenda.go-on-planning')}</a></p>
</form>`
}

function whoHears(say: Say, { affected: { people, speakers }, meeting }: ChangesView): string {
  if (meeting.status !== 'published' || people + speakers === 0) return say('agenda.nobody-hears')
  return say('agenda.who-hears', { people, speakers, minutes: meeting.quietMinutes })
}
