import type { Localised } from '../../db/languages.ts'
import type { Material, Meeting, Project, Slides } from '../../db/schema.ts'
import type { Released, ReleasedSlot } from '../../server/agenda/release.ts'
import type { Profile } from '../../server/speakers/profiles.ts'
import type { PlacesLeft } from '../../server/workshops/public.ts'
import { type Html, html } from '../html.ts'
import { materialsPublished } from '../materials/list.ts'
import { minutesOfSlot } from '../minutes/page.ts'
import { colourOf, type Page } from '../page.ts'
import { icon } from '../parts/icon.ts'
import { person } from '../parts/person.ts'
import { marked, passage, plain, words } from '../parts/texts.ts'
import { placeText } from '../parts/when-and-where.ts'
import { paths } from '../paths.ts'
import { type CalendarLinks, calendarButtons } from '../registrations/calendar-buttons.ts'
import type { MessageKey, Say } from '../say.ts'
import { slidesPublished } from '../slides/published.ts'
import { day, machine, time, zoneName } from '../when.ts'
import { signUpForIt } from '../workshops/places-left.ts'
import { slotData } from './slot-data.ts'

export type SlotView = {
  project: Project
  meeting: Meeting
  agenda: Released
  slot: ReleasedSlot & { withdrawn?: boolean }
  profiles: Map<string, Profile>
  /** Published ones. */
  slides: Slides[]
  materials: Material[]
  /** What was said, once it is approved and published. */
  minutes: Localised | undefined
  /** Only while one can sign up for it. */
  workshop: PlacesLeft | undefined
  calendar: CalendarLinks
  publicUrl: string
}

/** One slot of the public agenda, withdrawn ones too: they say so. */
export function slotPage(say: Say, view: SlotView): Page {
  const { project, meeting, slot } = view
  const title = plain(say, slot.title, project.locales)
  return {
    say,
    title: `${title} · ${plain(say, meeting.title, project.locales)}`,
    colour: colourOf(project),
    of: project,
    description: plain(say, slot.summary, project.locales) || title,
    card: `${paths.meetingCard(project, meeting)}?lang=${say.locale}`,
    data: slotData(say, view),
    links: html`<link rel="alternate" type="text/calendar" href="${paths.slotFile(project, meeting, slot)}">`,
    main: html`<article class="reading-page stack slot-page">
<header class="card stack">
<p class="above"><a href="${paths.meeting(project, meeting)}">${words(say, meeting.title, project.locales)}</a></p>
<p><span class="sticker${slot.type === 'break' ? ' quiet' : ''}">${say(`agenda.type.${slot.type}`)} · ${say('agenda.minutes', { minutes: minutesOf(slot) })}</span></p>
<h1>${marked(say, slot.title, project.locales)}</h1>
${slot.speakers.length > 0 && html`<p class="lead">${slot.speakers.map(({ name }) => name).join(', ')}</p>`}
${standing(say, view)}
${slot.withdrawn ? null : facts(say, view)}
</header>
${slot.withdrawn ? back(say, view) : details(say, view)}
</article>`,
  }
}

function details(say: Say, view: SlotView): Html {
  const { project, meeting, slot, profiles } = view
  const about = passage(say, slot.summary, project.locales)
  const over = meeting.status === 'cancelled' || meeting.status === 'postponed'
  return html`${plain(say, slot.summary, project.locales) && html`<section class="stack"><h2>${say('agenda.about')}</h2>${about}</section>`}
${signUpForIt(say, view, view.workshop)}
${slidesPublished(say, view.slides)}
${materialsPublished(say, project.locales, view.materials)}
${minutesOfSlot(say, project, view.minutes)}
${
  over
    ? null
    : html`<section class="to-calendar stack"><h2>${say('slot.to-calendar')}</h2>
${calendarButtons(say, paths.slotFile(project, meeting, slot), view.calendar)}</section>`
}
${
  slot.speakers.length > 0 &&
  html`<section class="stack"><h2>${say('meeting.who-speaks')}</h2>
<ul class="people">${slot.speakers.map((speaker) => person(say, speaker, profiles.get(speaker.id), project.locales))}</ul></section>`
}
${neighbours(say, view)}
${back(say, view)}`
}

function standing(say: Say, { slot, meeting }: SlotView): Html | null {
  if (slot.withdrawn) return html`<p class="notice">${say('slot.withdrawn')}</p>`
  if (meeting.status === 'cancelled') return html`<p class="notice">${say('mine.meeting-cancelled')}</p>`
  return meeting.status === 'postponed' ? html`<p class="notice">${say('mine.meeting-postponed')}</p>` : null
}

function facts(say: Say, { project, meeting, slot }: SlotView): Html {
  const { zone } = meeting
  const [startsAt, endsAt] = [Temporal.Instant.from(slot.startsAt), Temporal.Instant.from(slot.endsAt)]
  const place = placeText(say, project, meeting)
  return html`<ul class="facts">
<li>${icon('calendar')}<div><strong>${day(startsAt, zone, say.locale)}</strong>
<span class="times"><time datetime="${machine(startsAt, zone)}">${time(startsAt, zone, say.locale)}</time>–<time datetime="${machine(endsAt, zone)}">${time(endsAt, zone, say.locale)}</time></span>
<span class="hint">${zoneName(zone, startsAt, say.locale)}</span></div></li>
${
  slot.room || place
    ? html`<li>${icon('place')}<div><strong>${slot.room ? words(say, slot.room, project.locales) : place}</strong>
${slot.room && place ? html`<span class="hint">${place}</span>` : null}</div></li>`
    : null
}
</ul>`
}

/** What comes before and after it in its room, for those who stay or read on. */
function neighbours(say: Say, { project, meeting, agenda, slot }: SlotView): Html | null {
  const around: [MessageKey, ReleasedSlot | undefined][] = [
    ['slot.before', agenda.slots.findLast((one) => isBefore(one, slot) && sharesRoom(one, slot))],
    ['slot.after', agenda.slots.find((one) => isBefore(slot, one) && sharesRoom(one, slot))],
  ]
  const there = around.filter(([, one]) => one !== undefined)
  if (there.length === 0) return null
  return html`<nav class="stack" aria-label="${say('slot.neighbours')}"><h2>${say('slot.neighbours')}</h2>
<ul class="neighbours">${there.map(([label, one]) => one && neighbour(say, label, one, { project, meeting }))}</ul></nav>`
}

function neighbour(
  say: Say,
  label: MessageKey,
  slot: ReleasedSlot,
  { project, meeting }: Pick<SlotView, 'project' | 'meeting'>,
) {
  const at = Temporal.Instant.from(slot.startsAt)
  return html`<li><span class="hint">${say(label)} · <time datetime="${machine(at, meeting.zone)}">${time(at, meeting.zone, say.locale)}</time></span><br>
<a href="${paths.slot(project, meeting, slot)}"><strong>${words(say, slot.title, project.locales)}</strong></a></li>`
}

function isBefore(one: ReleasedSlot, other: ReleasedSlot): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(one.endsAt), Temporal.Instant.from(other.startsAt)) <= 0
}

function sharesRoom({ room }: ReleasedSlot, slot: ReleasedSlot): boolean {
  return !room || !slot.room || JSON.stringify(room) === JSON.stringify(slot.room)
}

function back(say: Say, { project, meeting }: SlotView): Html {
  return html`<p><a class="button quiet" href="${paths.meeting(project, meeting)}#agenda">${say('slot.whole-agenda')}</a></p>`
}

function minutesOf({ startsAt, endsAt }: ReleasedSlot): number {
  return Temporal.Instant.from(startsAt).until(Temporal.Instant.from(endsAt)).total('minutes')
}
