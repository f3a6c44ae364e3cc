import { type Content, type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { dayAndTime, machine } from '../when.ts'
import type { MeetingView } from './page.ts'

/** The state of things in a word or two. */
export function standingSticker(say: Say, view: MeetingView): Html {
  const { door, meeting, places } = view
  const { capacity } = meeting
  const left = Math.max(0, capacity - places.taken)
  if (door === 'open' || door === 'not-yet') {
    return sticker(left * 10 <= capacity ? 'last' : '', say('meeting.places-left', { left, capacity }))
  }
  if (door === 'waiting-list' || door === 'full') return sticker('full', say('meeting.full'))
  return sticker(door === 'over' ? 'quiet' : door, say(`meeting.door-${door}`))
}

/** One button, or the reason why there is none. */
export function doorway(say: Say, view: MeetingView): Html {
  const { door, project, meeting, places } = view
  const path = paths.register(project, meeting)
  const isOpen = door === 'open' || door === 'waiting-list'
  if (isOpen && meeting.approval)
    return html`${invitation(path, say('meeting.register'), say('register.approval'))}${forClasses(say, view)}`
  if (door === 'open')
    return html`${invitation(path, say('meeting.register'), say('meeting.no-account'))}${forClasses(say, view)}`
  if (door === 'waiting-list') {
    const hint = say('meeting.in-line', { waiting: places.waiting })
    return html`${invitation(path, say('meeting.queue'), hint)}${forClasses(say, view)}`
  }
  if (door === 'not-yet' && meeting.opensAt) return opensAt(say, meeting.opensAt, meeting.zone)
  return html`<p class="reason">${say(`registration.${door}`)}</p>`
}

function invitation(path: string, label: string, hint: Content): Html {
  return html`<p><a class="button" href="${path}">${label}</a></p>
<p class="hint">${hint}</p>`
}

/** For those who come with a whole class. */
function forClasses(say: Say, { project, meeting }: MeetingView): Html | null {
  if (!meeting.takesClasses) return null
  return html`<p class="for-classes"><a href="${paths.registerClass(project, meeting)}">${say('class.invitation')}</a></p>`
}

function opensAt(say: Say, at: Temporal.Instant, zone: string): Html {
  return html`<p class="reason">${say('meeting.opens')} <time datetime="${machine(at, zone)}"><strong>${dayAndTime(at, zone, say.locale)}</strong></time></p>`
}

function sticker(kind: string, label: string): Html {
  return html`<span class="sticker${kind && ` ${kind}`}">${label}</span>`
}
