import type { Meeting, Project, Registration } from '../../db/schema.ts'
import type { OwnWorkshop } from '../../server/workshops/own-page.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { day } from '../when.ts'
import { ownWorkshop } from './own-workshop.ts'

export type OwnWorkshopsView = {
  project: Project
  meeting: Meeting
  registration: Registration
  token: string
  workshops: OwnWorkshop[]
  /** The id of the one that could not be chosen just now. */
  refused?: string
}

export function ownWorkshopsPage(say: Say, view: OwnWorkshopsView): Page {
  const { project, meeting, token } = view
  const title = say('workshops.title')
  return {
    say,
    title,
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="register-page own-workshops">
<header class="stack">
<p class="above"><a href="${paths.mine(token)}">${words(say, meeting.title, project.locales)}</a></p>
<h1>${title}</h1>
${lead(say, view)}
</header>
${byDay(view).map((workshops, _, days) => dayList(say, view, workshops, days.length > 1))}
<p><a class="button quiet" href="${paths.mine(token)}">${say('workshops.back')}</a></p>
</div>`,
  }
}

function lead(say: Say, { meeting, registration, workshops }: OwnWorkshopsView): Html {
  if (meeting.status === 'cancelled') return html`<p class="notice">${say('mine.meeting-cancelled')}</p>`
  if (workshops.length === 0) return html`<p class="empty">${say('workshops.none')}</p>`
  if (registration.status !== 'confirmed') return html`<p class="notice">${say('workshops.no-place')}</p>`
  if (meeting.status !== 'published') return html`<p class="notice">${say('workshops.postponed')}</p>`
  const { seats } = registration
  return html`<p class="lead">${seats > 1 ? say('workshops.lead-party', { seats }) : say('workshops.lead')}</p>`
}

function byDay({ workshops, meeting: { zone } }: OwnWorkshopsView): OwnWorkshop[][] {
  const dateOf = ({ slot }: OwnWorkshop) => startOf(slot).toZonedDateTimeISO(zone).toPlainDate().toString()
  return [...Map.groupBy(workshops, dateOf).values()]
}

function dayList(say: Say, view: OwnWorkshopsView, workshops: readonly OwnWorkshop[], isOneOfSeveral: boolean): Html {
  const [first] = workshops
  return html`<section class="stack">
${isOneOfSeveral && first ? html`<h2>${day(startOf(first.slot), view.meeting.zone, say.locale)}</h2>` : null}
<ul class="workshop-cards" role="list">${workshops.map((one) => ownWorkshop(say, view, one, isOneOfSeveral))}</ul></section>`
}

function startOf({ startsAt }: { startsAt: string }): Temporal.Instant {
  return Temporal.Instant.from(startsAt)
}
