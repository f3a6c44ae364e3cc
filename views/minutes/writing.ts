import type { SlotMinutes } from '../../server/minutes/desk.ts'
import type { Merge } from '../../server/minutes/merge.ts'
import type { Clash } from '../../server/minutes/save-minutes.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, inLanguages, problemSummary } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { clashed } from './clash.ts'
import { deciding } from './deciding.ts'
import { minutesState } from './desk.ts'
import { savedBy } from './versions.ts'

/** The minutes of one slot, to be written; after a clash with both texts and a proposal that joins them. */
export function writingPage(say: Say, its: SlotMinutes, form: FormState, clash?: Clash & { merged: Merge }): Page {
  const { project, meeting, slot, minutes, versions } = its
  const [latest] = versions
  return {
    say,
    title: say('minutes.title'),
    colour: colourOf(project),
    scripts: ['minutes'],
    workspace: workspace(say, { here: 'minutes', project, meeting }),
    main: html`<p class="above"><a href="${paths.minutesDesk(project, meeting)}">${say('minutes.title')}</a></p>
<h1>${words(say, slot.title, project.locales)}</h1>
<p>${minutesState(say, minutes)} ${latest ? html`<span class="hint">${savedBy(say, its, latest)}</span> <a href="${paths.minutesVersions(project, meeting, slot)}">${say('minutes.versions', { count: versions.length })}</a>` : null}</p>
${clash ? clashed(say, its, clash) : null}
${writing(say, its, form, clash !== undefined)}
${clash ? null : deciding(say, its)}`,
  }
}

function writing(say: Say, { project, meeting, slot }: SlotMinutes, form: FormState, isClash: boolean): Html {
  const label = say(isClash ? 'minutes.yours' : 'minutes.text')
  return html`<form class="card stack minutes-form" id="yours" method="post" action="${paths.minutesOf(project, meeting, slot)}" novalidate data-restore="${say('minutes.restore-draft')}">
${problemSummary(say, form)}
<input type="hidden" name="basedOn" value="${form.typed.basedOn ?? '0'}">
${inLanguages(say, form, { name: 'text', label, hint: say('minutes.text-hint'), rows: 14, locales: project.locales })}
<p><button class="button${isClash ? ' quiet' : ''}">${say(isClash ? 'minutes.save-yours' : 'minutes.save')}</button></p>
</form>`
}
