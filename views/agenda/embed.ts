import type { Meeting, Project } from '../../db/schema.ts'
import type { Released, ReleasedSlot } from '../../server/agenda/release.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { plain, words } from '../parts/texts.ts'
import { whenText } from '../parts/when-and-where.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { day, machine, time } from '../when.ts'

export type EmbedView = { project: Project; meeting: Meeting; agenda: Released | null; publicUrl: string }

/** The agenda as a list inside somebody else's page; every link leads out of the frame, to ours. */
export function embedPage(say: Say, view: EmbedView): Page {
  const { project, meeting, agenda, publicUrl } = view
  const address = `${publicUrl}${paths.meeting(project, meeting)}?lang=${say.locale}`
  return {
    say,
    title: plain(say, meeting.title, project.locales),
    colour: colourOf(project),
    bare: 'embed',
    main: html`<header><h1><a href="${address}" target="_top">${words(say, meeting.title, project.locales)}</a></h1>
<p class="hint">${whenText(say, meeting)}</p></header>
${agenda ? days(say, agenda, view) : html`<p>${say('now.no-agenda')}</p>`}
<p class="embed-foot"><a href="${address}" target="_top">${say('embed.more')}</a></p>`,
  }
}

function days(say: Say, { slots }: Released, view: EmbedView): Html[] {
  const dayOf = ({ startsAt }: ReleasedSlot) => day(Temporal.Instant.from(startsAt), view.meeting.zone, say.locale)
  const byDay = [...Map.groupBy(slots, dayOf)]
  return byDay.map(
    ([date, ofDay]) => html`${byDay.length > 1 ? html`<h2>${date}</h2>` : null}
<ol class="embed-list">${ofDay.map((slot) => item(say, slot, view))}</ol>`,
  )
}

function item(say: Say, slot: ReleasedSlot, { project, meeting, publicUrl }: EmbedView): Html {
  const at = Temporal.Instant.from(slot.startsAt)
  const names = slot.speakers.map(({ name }) => name).join(', ')
  const room = slot.room && words(say, slot.room, project.locales)
  return html`<li><time datetime="${machine(at, meeting.zone)}">${time(at, meeting.zone, say.locale)}</time>
<div><a href="${publicUrl}${paths.slot(project, meeting, slot)}?lang=${say.locale}" target="_top">${words(say, slot.title, project.locales)}</a>
${names || room ? html`<p class="hint">${names}${names && room ? ' · ' : null}${room}</p>` : null}</div></li>`
}
