import { type Html, html } from '../html.ts'
import { words } from '../parts/texts.ts'
import { placeText, whenText } from '../parts/when-and-where.ts'
import { paths } from '../paths.ts'
import { calendarButtons } from '../registrations/calendar-buttons.ts'
import type { Say } from '../say.ts'
import { zoneName } from '../when.ts'
import { companyOf } from './company.ts'
import type { OwnSlot, OwnView } from './own.ts'

/** One slot: how it stands, what a speaker needs to know of it, and the buttons that fit. */
export function slotCard(say: Say, view: OwnView, slot: OwnSlot): Html {
  return html`<section class="card answer" id="slot-${slot.slotId}" aria-labelledby="head-${slot.slotId}"${isLive(slot) && html` data-live="${paths.live(view.project, slot.meeting)}"`}>
<h2 class="answer-head" id="head-${slot.slotId}">${headline(say, view, slot)}</h2>
<div class="answer-body stack">
<p class="lead"><strong>${words(say, slot.slot.title, view.project.locales)}</strong></p>
${facts(say, view, slot)}
${next(say, view, slot)}
</div></section>`
}

/** On the day a late start is shown as soon as it is known. */
export function isLive({ isToday, meeting }: OwnSlot): boolean {
  return isToday && meeting.status === 'published'
}

function headline(say: Say, { speaker }: OwnView, { meeting, standing, isOver }: OwnSlot): string {
  const who = { kind: speaker.kind }
  if (meeting.status === 'cancelled') return say('mine.meeting-cancelled')
  if (meeting.status === 'postponed') return say('mine.meeting-postponed')
  if (isOver) return say('mine.over')
  if (standing === 'invited') return say('speaker.invited', who)
  if (standing === 'accepted') return say('speaker.accepted', who)
  return standing === 'confirmed' ? say('speaker.confirmed', who) : say('speaker.declined', who)
}

function facts(say: Say, { project }: OwnView, appearance: OwnSlot): Html {
  const { slot, meeting, room } = appearance
  const place = placeText(say, project, meeting)
  const rows: [string, Html | string | null][] = [
    [say('letter.title'), meetingName(say, project, appearance)],
    [say(appearance.isSure ? 'letter.when' : 'letter.speaker.planned'), whenOf(say, appearance)],
    [say('letter.speaker.minutes'), say('agenda.minutes', { minutes: slot.minutes })],
    [
      say('letter.where'),
      html`${room ? html`${words(say, room, project.locales)}${place ? ', ' : ''}` : null}${place}`,
    ],
    [say('letter.access'), words(say, meeting.accessNotes, project.locales)],
    [say('letter.speaker.with'), companyOf(appearance)],
    [say('letter.speaker.introduced'), slot.introducedBy],
  ]
  const known = rows.filter(([, value]) => value !== null && String(value) !== '')
  return html`<dl class="my-slot">${known.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
}

function meetingName(say: Say, project: OwnView['project'], { meeting }: OwnSlot): Html {
  const title = words(say, meeting.title, project.locales)
  const isPublic = meeting.status !== 'draft' && project.publishedAt !== null
  return isPublic ? html`<a href="${paths.meeting(project, meeting)}">${title}</a>` : title
}

function whenOf(say: Say, { when, meeting: { zone } }: OwnSlot): Html | string {
  if (!when) return say('letter.speaker.no-time')
  return html`${whenText(say, { ...when, zone })} <span class="hint">(${zoneName(zone, when.startsAt, say.locale)})</span>`
}

function next(say: Say, view: OwnView, slot: OwnSlot): Html | null {
  if (slot.meeting.status === 'cancelled') return null
  if (slot.isOver) return html`<p>${say('speaker.thanks')}</p>`
  if (slot.standing === 'invited') return question(say, view, slot)
  if (slot.standing === 'declined') return changedMind(say, view, slot)
  return html`${slot.standing === 'accepted' ? html`<p>${say('speaker.accepted-next')}</p>` : calendar(say, view, slot)}
${onTheDay(say, view, slot)}${cannot(say, view, slot)}`
}

function question(say: Say, view: OwnView, slot: OwnSlot): Html {
  return html`<p>${say(slot.isSure ? 'speaker.invited-next' : 'speaker.invited-planned')}</p>
<div class="row">${answer(say, view, slot, 'accept')}${answer(say, view, slot, 'decline')}</div>`
}

function changedMind(say: Say, view: OwnView, slot: OwnSlot): Html {
  return html`<p>${say('speaker.declined-next')}</p>${answer(say, view, slot, 'accept')}`
}

function cannot(say: Say, view: OwnView, slot: OwnSlot): Html {
  return html`<details class="confirm"><summary>${say('speaker.cannot')}</summary>
<p>${say('speaker.cannot-sure')}</p>${answer(say, view, slot, 'decline')}</details>`
}

function answer(say: Say, { token, project }: OwnView, { slotId, slot }: OwnSlot, deed: 'accept' | 'decline'): Html {
  const title = html`<span class="unseen">: ${words(say, slot.title, project.locales)}</span>`
  return html`<form method="post" action="${paths.speakerDo(token, deed)}"><input type="hidden" name="slot" value="${slotId}">
<button class="button${deed === 'decline' ? ' quiet' : ''}">${say(`speaker.${deed}`)}${title}</button></form>`
}

function calendar(say: Say, { project }: OwnView, { meeting, released, calendar }: OwnSlot): Html {
  if (!calendar || !released) return html`<p>${say('letter.speaker.not-released')}</p>`
  return calendarButtons(say, paths.slotFile(project, meeting, released), calendar)
}

function onTheDay(say: Say, { project }: OwnView, { meeting, isToday, released }: OwnSlot): Html | null {
  if (!isToday || !released || meeting.status !== 'published') return null
  return html`<p><a class="button quiet" href="${paths.now(project, meeting)}">${say('speaker.now')}</a></p>`
}
