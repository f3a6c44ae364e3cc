import type { Role } from '../../db/schema.ts'
import type { Member } from '../../server/organisers/queries.ts'
import { type Html, html } from '../html.ts'
import { choiceField, type FormState, problemSummary, textField } from '../parts/fields.ts'
import { table } from '../parts/table.ts'
import type { Say } from '../say.ts'
import { shortDay } from '../when.ts'

/** People with a role somewhere, as they are shown to those who may change that, or only look. */
export type Crew = {
  label: string
  members: Member[]
  zone: string
  /** The roles there are to choose from. */
  roles: readonly Role[]
  mayChange: boolean
  /** Where a form about one of them goes. */
  action: (colleague: { id: string }, deed: 'role' | 'remove') => string
  /** What is said before somebody is taken out. */
  sure: (name: string) => string
  /** Where the form goes that signs one of them out; absent: not from here. */
  signOut?: (colleague: { id: string }) => string
}

export function crewTable(say: Say, crew: Crew): Html {
  const heads = [say('people.name'), say('people.role'), say('people.since')]
  const rows = crew.members.map((member) => crewRow(say, crew, member))
  return table(crew.label, crew.mayChange ? [...heads, say('people.change')] : heads, rows)
}

function crewRow(say: Say, crew: Crew, member: Member): Html {
  const { organiser, role, since } = member
  const fixed = isLastOwner(crew.members, member)
  return html`<tr>
<th scope="row">${organiser.name}<br><span class="hint">${organiser.email}</span></th>
<td>${say(`role.${role}`)}</td>
<td>${shortDay(since, crew.zone, say.locale)}</td>
${crew.mayChange ? html`<td>${fixed ? html`<p class="hint">${say('people.is-last-owner')}</p>` : changes(say, crew, member)}${crew.signOut ? signOutForm(say, crew.signOut(organiser), organiser) : null}</td>` : null}
</tr>`
}

function isLastOwner(members: Member[], { role }: Member): boolean {
  return role === 'owner' && members.filter((one) => one.role === 'owner').length === 1
}

function changes(say: Say, crew: Crew, { organiser, role }: Member): Html {
  const { id, name } = organiser
  return html`<div class="row">
<form class="row" method="post" action="${crew.action(organiser, 'role')}"><label class="unseen" for="role-of-${id}">${say('people.role')}: ${name}</label>
<select name="role" id="role-of-${id}">${crew.roles.map((one) => html`<option value="${one}"${one === role ? html` selected` : null}>${say(`role.${one}`)}</option>`)}</select>
<button class="button quiet">${say('people.set-role')}<span class="unseen">: ${name}</span></button></form>
<details class="confirm"><summary>${say('people.remove')}<span class="unseen">: ${name}</span></summary>
<form method="post" action="${crew.action(organiser, 'remove')}"><p>${crew.sure(name)}</p><button class="button danger">${say('people.remove')}</button></form></details>
</div>`
}

export function signOutForm(say: Say, action: string, { name }: { name: string }): Html {
  return html`<details class="confirm"><summary>${say('people.sign-out')}<span class="unseen">: ${name}</span></summary>
<form method="post" action="${action}"><p>${say('people.sign-out-sure', { name })}</p><button class="button danger">${say('people.sign-out')}</button></form></details>`
}

export function inviteForm(
  say: Say,
  { action, roles }: { action: string; roles: readonly Role[] },
  form: FormState,
): Html {
  const options = roles.map((value) => ({ value, label: say(`people.may-${value}`) }))
  return html`<details class="card fold" id="invite"${form.problems ? html` open` : null}><summary>${say('people.invite')}</summary>
<form class="stack" method="post" action="${action}" novalidate>
${problemSummary(say, form)}
${textField(say, form, { name: 'name', label: say('people.name'), required: true, max: 100, autocomplete: 'off' })}
${textField(say, form, { name: 'email', label: say('sign-in.email'), hint: say('people.email-hint'), type: 'email', required: true, max: 254, autocomplete: 'off' })}
${choiceField(say, form, { name: 'role', label: say('people.role'), required: true, options })}
<button class="button">${say('people.invite-send')}</button>
</form></details>`
}
