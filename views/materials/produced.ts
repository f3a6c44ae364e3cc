import type { Produced, ProducedMeeting, ProducedSlot } from '../../server/materials/produced.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { marked, plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { fileList } from '../slides/files.ts'
import { day } from '../when.ts'
import { materialList } from './list.ts'
import { remainsLinks } from './remains.ts'

/** Everything that a project has produced, by meeting and by what was told there. */
export function producedPage(say: Say, produced: Produced): Page {
  const { project, materials, meetings } = produced
  const title = say('materials.title')
  const isEmpty = materials.length + meetings.length === 0
  return {
    say,
    title: `${title} · ${plain(say, project.title, project.locales)}`,
    colour: colourOf(project),
    of: project,
    description: say('materials.about', { project: plain(say, project.title, project.locales) }),
    main: html`<article class="reading-page stack produced">
<header><p class="above"><a href="${paths.project(project)}">${words(say, project.title, project.locales)}</a></p>
<h1>${title}</h1></header>
${isEmpty ? html`<p class="empty">${say('materials.none')}</p>` : null}
${materials.length > 0 ? html`<section class="card stack" aria-labelledby="of-project"><h2 id="of-project">${say('materials.of-project')}</h2>${materialList(say, project.locales, materials)}</section>` : null}
${meetings.map((one) => ofMeeting(say, produced, one))}
</article>`,
  }
}

function ofMeeting(say: Say, { project }: Produced, { meeting, materials, slots, remains }: ProducedMeeting): Html {
  const id = `of-${meeting.slug}`
  return html`<section class="card stack" aria-labelledby="${id}">
<h2 id="${id}"><a href="${paths.meeting(project, meeting)}">${marked(say, meeting.title, project.locales)}</a></h2>
<p class="hint">${day(meeting.startsAt, meeting.zone, say.locale)}</p>
${remainsLinks(say, project, meeting, remains)}
${materials.length > 0 ? materialList(say, project.locales, materials) : null}
${slots.map((one) => told(say, { project }, meeting, one))}
</section>`
}

function told(
  say: Say,
  { project }: Pick<Produced, 'project'>,
  meeting: ProducedMeeting['meeting'],
  { slot, slides, materials }: ProducedSlot,
): Html {
  return html`<section class="produced-slot"><h3><a href="${paths.slot(project, meeting, slot)}">${marked(say, slot.title, project.locales)}</a></h3>
${slot.speakers.length > 0 ? html`<p class="hint">${slot.speakers.map(({ name }) => name).join(', ')}</p>` : null}
${slides.length > 0 ? fileList(say, slides, paths.slides) : null}
${materials.length > 0 ? materialList(say, project.locales, materials) : null}</section>`
}
