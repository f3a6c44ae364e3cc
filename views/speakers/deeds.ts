import type { Meeting, Project, Speaker } from '../../db/schema.ts'
import type { Appearance } from '../../server/speakers/appearances.ts'
import { type Html, html } from '../html.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'

type Where = { project: Project; meeting: Meeting }
type About = { speaker: Speaker; part: Appearance /** Where to come back to, as a query. */; query?: string }

const labels = {
  invite: 'speakers.invite',
  again: 'speakers.invite-again',
  accept: 'speakers.mark-accepted',
  decline: 'speakers.mark-declined',
  confirm: 'speakers.confirm',
  'take-back': 'speakers.take-back',
  remove: 'speakers.remove',
} as const satisfies Record<string, MessageKey>
type Deed = keyof typeof labels

/** The one thing that is next, for lists. */
export function nextDeed(say: Say, where: Where, about: About): Html | null {
  const [next] = possible(about)
  const isNext = next === 'invite' || next === 'confirm'
  return isNext && where.meeting.status !== 'cancelled' ? button(say, where, about, next) : null
}

/** Everything that can be done about a speaker's part in a slot; what takes something away asks first. */
export function allDeeds(say: Say, where: Where, about: About): Html {
  const [next, ...others] = possible(about)
  const sure = others.filter(isGrave)
  return html`<div class="row">${[next, ...others.filter((deed) => !isGrave(deed))].map((deed) =>
    deed ? button(say, where, about, deed) : null,
  )}</div>
<div class="row">${sure.map(
    (deed) => html`<details class="confirm"><summary>${say(labels[deed])} …</summary>
<p>${say(`speakers.${deed}-sure`)}</p>${button(say, where, about, deed)}</details>`,
  )}</div>`
}

function isGrave(deed: Deed): deed is 'take-back' | 'remove' {
  return deed === 'take-back' || deed === 'remove'
}

function possible({ speaker, part: { standing } }: About): Deed[] {
  const isReached = speaker.email !== null
  const ofStanding: Record<Appearance['standing'], Deed[]> = {
    planned: isReached ? ['invite', 'accept'] : ['confirm'],
    invited: ['again', 'accept', 'decline', 'take-back'],
    accepted: ['confirm', 'decline', 'take-back'],
    confirmed: ['decline', 'take-back'],
    declined: isReached ? ['invite', 'accept', 'take-back'] : ['confirm'],
  }
  const deeds = ofStanding[standing].filter((deed) => deed !== 'again' || isReached)
  return [...deeds, 'remove']
}

function button(say: Say, { project, meeting }: Where, { speaker, part, query }: About, deed: Deed): Html {
  const path = paths.speakerProfileDo(project, meeting, speaker, deed)
  const about = `${speaker.name}, ${plain(say, part.slot.title, project.locales)}`
  return html`<form method="post" action="${query ? `${path}?${query}` : path}"><input type="hidden" name="slot" value="${part.slotId}">${
    deed === 'again' ? html`<input type="hidden" name="since" value="${String(part.invitedAt)}">` : null
  }<button class="button ${query ? 'quiet' : (looks[deed] ?? 'quiet')}">${say(labels[deed])}<span class="unseen">: ${about}</span></button></form>`
}

const looks: Partial<Record<Deed, string>> = {
  invite: 'small',
  confirm: 'small',
  'take-back': 'danger',
  remove: 'danger',
}
