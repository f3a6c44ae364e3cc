import type { WhyNobodyMoves } from '../../server/registrations/places/why-nobody-moves.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { momentWithin } from '../when.ts'
import type { DeskView } from './desk.ts'

/** How the line stands as organisers see it: who waits for their answer, why nobody moves, and the brake. */
export function linePart(say: Say, view: DeskView): Html {
  const { why, places } = view
  const reason = why && places.waiting > 0 ? reasonText(say, why) : null
  return html`${requests(say, view)}${reason === null ? null : html`<p class="notice">${reason}</p>`}${brake(say, view)}`
}

function requests(say: Say, { project, places, meeting, over }: DeskView): Html | null {
  if (places.requested === 0 || over) return null
  const left = meeting.approval ? null : html` ${say('desk.requests-left')}`
  return html`<p class="notice"><a href="${paths.registrations(project, meeting)}?status=requested">${say('desk.requests', { requested: places.requested })}</a>${left}</p>`
}

/** A paused line says so beside the brake. */
function reasonText(say: Say, why: WhyNobodyMoves): string | null {
  if (why.why === 'full') return say('desk.full')
  if (why.why === 'too-big') return say('desk.too-big', { free: why.free, needs: why.needs })
  if (why.why === 'kept-for-others') return say('desk.kept-for-others', { free: why.free })
  return why.why === 'begun' || why.why === 'not-published' ? say('desk.no-offers') : null
}

function brake(say: Say, view: DeskView): Html | null {
  const { project, meeting, places, offers } = view
  if (!offers) return null
  const action = (deed: 'pause' | 'resume') => paths.registrationsLine(project, meeting, deed)
  if (meeting.promotionPausedAt) {
    const since = momentWithin(meeting.promotionPausedAt, meeting.zone, say.locale)
    return html`<form class="notice stack" method="post" action="${action('resume')}"><p>${say('desk.paused', { since })}</p>
<p><button class="button">${say('desk.resume')}</button></p></form>`
  }
  if (places.waiting === 0 && places.taken < meeting.capacity) return null
  return html`<form class="row" method="post" action="${action('pause')}"><button class="button quiet">${say('desk.pause')}</button>
<span class="hint">${say('desk.pause-hint')}</span></form>`
}
