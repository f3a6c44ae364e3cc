import type { Localised } from '../../db/languages.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import type { ReleasedSlot } from '../../server/agenda/release.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { prose } from '../parts/markdown.ts'
import { marked, plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { day } from '../when.ts'

type Told = { project: Project; meeting: Meeting; slots: ReleasedSlot[]; minutes: Map<string, Localised> }

/** What was said at a meeting, slot by slot. */
export function minutesPage(say: Say, { project, meeting, slots, minutes }: Told): Page {
  const { locales } = project
  return {
    say,
    title: `${say('minutes.title')} · ${plain(say, meeting.title, locales)}`,
    colour: colourOf(project),
    of: project,
    main: html`<article class="reading-page stack minutes-page">
<header><p class="above"><a href="${paths.meeting(project, meeting)}">${words(say, meeting.title, locales)}</a> · ${day(meeting.startsAt, meeting.zone, say.locale)}</p>
<h1>${say('minutes.title')}</h1></header>
${slots.length === 0 ? html`<p class="empty">${say('minutes.none')}</p>` : null}
${slots.map(
  (
    slot,
  ) => html`<section class="card stack"><h2><a href="${paths.slot(project, meeting, slot)}">${marked(say, slot.title, locales)}</a></h2>
${slot.speakers.length > 0 ? html`<p class="hint">${slot.speakers.map(({ name }) => name).join(', ')}</p>` : null}
${prose(say, minutes.get(slot.id) ?? {}, locales)}</section>`,
)}
</article>`,
  }
}

/** The same of one slot, on its own page; nothing where nothing is public. */
export function minutesOfSlot(say: Say, { locales }: Project, minutes: Localised | undefined): Html | null {
  if (!minutes) return null
  return html`<section class="stack" aria-labelledby="minutes"><h2 id="minutes">${say('minutes.title')}</h2>${prose(say, minutes, locales)}</section>`
}
