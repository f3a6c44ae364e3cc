import type { Registration } from '../../db/schema.ts'
import type { Named } from '../../server/parties/queries.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { partySize, type Sized } from './party-size.ts'

export function partyTitle(say: Say, { kind, className }: Pick<Registration, 'kind' | 'className'>): string {
  return kind === 'class' ? say('party.class', { name: className ?? '' }) : say('party.friends')
}

/** Those who come along by name, each with its mark, and how many have none yet. */
export function partyNames(
  say: Say,
  { kind, seats, adults }: Sized,
  named: readonly Named[],
  markOf: (one: Named) => Html | null = () => null,
): Html {
  const unnamed = Math.max(0, seats - (kind === 'class' ? adults : 1) - named.length)
  return html`${named.length > 0 ? html`<ol class="party-names">${named.map((one) => html`<li>${one.name} ${markOf(one)}</li>`)}</ol>` : null}
${unnamed > 0 ? html`<p class="hint">${say('party.unnamed', { unnamed })}</p>` : null}`
}

/** What the page behind a manage link says about those who come along; null where nobody can. */
export function partyLine(
  say: Say,
  { meeting, registration, token }: { meeting: { friendsMost: number }; registration: Registration; token: string },
): Html | null {
  if (registration.kind === 'person' && meeting.friendsMost === 0) return null
  return html`<p class="party-line"><strong>${partySize(say, registration)}</strong>
<a class="button quiet" href="${paths.party(token)}">${say(registration.kind === 'class' ? 'party.link-class' : 'party.link-friends')}</a></p>`
}
