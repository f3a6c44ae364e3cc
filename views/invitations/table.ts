import type { Invitation } from '../../server/invitations/queries.ts'
import { type Html, html } from '../html.ts'
import { table } from '../parts/table.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { machine, stamp } from '../when.ts'
import type { InvitationsView } from './page.ts'

export function invitationTable(say: Say, view: InvitationsView): Html {
  const heads = [say('desk.name'), say('desk.email'), say('invitations.state'), say('invitations.until')]
  const rows = view.invitations.map((one) => invitationRow(say, view, one))
  return table(say('invitations.title'), view.open ? [...heads, say('people.change')] : heads, rows)
}

function invitationRow(say: Say, view: InvitationsView, { registration, state }: Invitation): Html {
  const { name, email, heldUntil } = registration
  const { zone } = view.meeting
  const until = state === 'invited' ? heldUntil : null
  return html`<tr>
<th scope="row">${name ?? say('desk.forgotten')}</th>
<td>${email}</td>
<td><span class="badge ${state}">${say(`invitations.state-${state}`)}</span></td>
<td>${until && html`<time datetime="${machine(until, zone)}">${stamp(until, zone, say.locale)}</time>`}</td>
${view.open ? html`<td>${deed(say, view, { registration, state })}</td>` : null}
</tr>`
}

function deed(
  say: Say,
  { project, meeting, until }: InvitationsView,
  { registration, state }: Invitation,
): Html | null {
  const action = (name: 'take-back' | 'again') => paths.invitationDo(project, meeting, registration, name)
  const { id, name } = registration
  if (state === 'invited') {
    return html`<form method="post" action="${action('take-back')}"><button class="button quiet">${say('invitations.take-back')}<span class="unseen">: ${name}</span></button></form>`
  }
  if (state === 'accepted' || state === 'waiting' || !name) return null
  return html`<form class="row" method="post" action="${action('again')}"><label class="unseen" for="until-${id}">${say('invitations.until')}: ${name}</label>
<input type="datetime-local" name="until" id="until-${id}" value="${until}">
<button class="button quiet">${say('invitations.again')}<span class="unseen">: ${name}</span></button></form>`
}
