import type { Meeting } from '../../db/schema.ts'
import type { OwnWorkshop } from '../../server/workshops/own-page.ts'
import { type Html, html } from '../html.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { time, timeSpan } from '../when.ts'
import type { OwnWorkshopsView } from './own-page.ts'

/** One workshop with what the person can do about it, or what is in the way. */
export function ownWorkshop(say: Say, view: OwnWorkshopsView, workshop: OwnWorkshop, isBelowDay: boolean): Html {
  const { project, meeting } = view
  const { slot, choice, over } = workshop
  const title = html`<a href="${paths.slot(project, meeting, slot)}">${words(say, slot.title, project.locales)}</a>`
  const span = { startsAt: Temporal.Instant.from(slot.startsAt), endsAt: Temporal.Instant.from(slot.endsAt) }
  return html`<li class="card workshop-card${choice ? ` ${choice}` : ''}${over ? ' over' : ''}" id="${slot.slug}">
<p class="workshop-time">${timeSpan({ ...span, zone: meeting.zone }, say.locale)}${slot.room ? html` <span class="hint">${words(say, slot.room, project.locales)}</span>` : null}</p>
${isBelowDay ? html`<h3>${title}</h3>` : html`<h2>${title}</h2>`}
${standing(say, view, workshop)}
${choice ? leaving(say, view, workshop) : choosing(say, view, workshop)}
</li>`
}

function standing(say: Say, view: OwnWorkshopsView, { choice, position, clash }: OwnWorkshop): Html | null {
  if (!choice) return null
  const label = choice === 'in' ? say('workshops.in') : say('workshops.waiting', { position: position ?? 1 })
  return html`<p><span class="badge ${choice === 'in' ? 'confirmed' : 'waiting'}">${label}</span></p>
${clash && html`<p class="notice">${say(choice === 'in' ? 'workshops.clash' : 'workshops.clash-waiting', named(say, view, clash))}</p>`}`
}

function leaving(say: Say, view: OwnWorkshopsView, { slot, choice, over }: OwnWorkshop): Html | null {
  if (over || view.meeting.status === 'cancelled') return null
  const label = say(choice === 'in' ? 'workshops.leave' : 'workshops.leave-line')
  return deed(say, view, slot, 'leave', label, 'quiet')
}

function choosing(say: Say, view: OwnWorkshopsView, workshop: OwnWorkshop): Html {
  const { slot, obstacle, left } = workshop
  const isRefused = view.refused === workshop.slotId
  const reason = inTheWay(say, view, workshop)
  const fits = view.registration.seats <= left
  return html`${reason ? null : html`<p>${places(say, view, workshop)}</p>`}
${reason && html`<p class="${isRefused ? 'problems' : 'hint'}"${isRefused ? html` role="alert"` : null}>${reason}</p>`}
${obstacle ? null : deed(say, view, slot, 'choose', say(fits ? 'workshops.choose' : 'workshops.wait'), fits ? '' : 'quiet')}`
}

/** In words; nothing to say where the page's head says it of all of them. */
function inTheWay(say: Say, view: OwnWorkshopsView, { obstacle, over, places }: OwnWorkshop): string | null {
  if (over) return say('workshops.over')
  if (obstacle?.is === 'started') return say('workshops.started')
  if (obstacle?.is === 'too-big') return say('workshops.too-big', { places, seats: view.registration.seats })
  return obstacle?.is === 'overlap' ? say('workshops.overlap', named(say, view, obstacle.with)) : null
}

function places(say: Say, { registration: { seats } }: OwnWorkshopsView, { left, waiting }: OwnWorkshop): string {
  if (left === 0) return say('workshops.full', { waiting })
  const free = say('workshops.left', { left })
  return seats > left ? `${free} ${say('workshops.too-few', { seats })}` : free
}

function named(say: Say, { project, meeting }: OwnWorkshopsView, { slot }: Pick<OwnWorkshop, 'slot'>) {
  const at = time(Temporal.Instant.from(slot.startsAt), meeting.zone, say.locale)
  return { workshop: plain(say, slot.title, project.locales), time: at }
}

type Deed = 'choose' | 'leave'

function deed(
  say: Say,
  { token, project }: Pick<OwnWorkshopsView, 'token' | 'project'> & { meeting: Meeting },
  slot: OwnWorkshop['slot'],
  what: Deed,
  label: string,
  look: '' | 'quiet',
): Html {
  const title = plain(say, slot.title, project.locales)
  return html`<form method="post" action="${paths.mineWorkshopDo(token, slot, what)}"><button class="button${look && ` ${look}`}">${label}<span class="unseen">: ${title}</span></button></form>`
}
