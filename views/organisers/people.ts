import type { Project, Role } from '../../db/schema.ts'
import type { Member } from '../../server/organisers/queries.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { choiceField, type FormState, problemSummary, textField } from '../parts/fields.ts'
import { table } from '../parts/table.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { shortDay } from '../when.ts'

/** `own`: the reader's role. Only owners change anything. */
export type PeopleView = { project: Project; members: Member[]; own: Role }

export function peoplePage(say: Say, view: PeopleView, form: FormState): Page {
  const { project, own } = view
  return {
    say,
    title: say('workspace.people'),
    colour: colourOf(project),
    personal: true,
    workspace: workspace(say, { here: 'people', project }),
    main: html`<h1>${say('workspace.people')}</h1>
<p class="lead">${say(own === 'owner' ? 'people.lead' : 'people.lead-organiser')}</p>
${memberTable(say, view)}
${own === 'owner' ? html`${inviteForm(say, project, form)}<p><a href="${paths.history(project)}">${say('workspace.history')}</a></p>` : null}`,
  }
}

function memberTable(say: Say, view: PeopleView): Html {
  const heads = [say('people.name'), say('people.role'), say('people.since')]
  const rows = view.members.map((member) => memberRow(say, view, member))
  return table(say('workspace.people'), view.own === 'owner' ? [...heads, say('people.change')] : heads, rows)
}

function memberRow(say: Say, { project, members, own }: PeopleView, member: Member): Html {
  const { organiser, role, since } = member
  return html`<tr>
<th scope="row">${organiser.name}<br><span class="hint">${organiser.email}</span></th>
<td>${say(`role.${role}`)}</td>
<td>${shortDay(since, project.zone, say.locale)}</td>
${own === 'owner' ? html`<td>${isLastOwner(members, member) ? html`<span class="hint">${say('people.is-last-owner')}</span>` : changes(say, project, member)}</td>` : null}
</tr>`
}

function isLastOwner(members: Member[], { role }: Member): boolean {
  return role === 'owner' && members.filter((one) => one.role === 'owner').length === 1
}

function changes(say: Say, project: Project, { organiser, role }: Member): Html {
  const { name } = organiser
  const other = role === 'owner' ? 'organiser' : 'owner'
  return html`<div class="row">
<form method="post" action="${paths.colleagueDo(project, organiser, 'role')}"><button class="button quiet" name="role" value="${other}">${say(`people.make-${other}`)}<span class="unseen">: ${name}</span></button></form>
<details class="confirm"><summary>${say('people.remove')}<span class="unseen">: ${name}</span></summary>
<form method="post" action="${paths.colleagueDo(project, organiser, 'remove')}"><p>${say('people.remove-sure', { name })}</p><button class="button danger">${say('people.remove')}</button></form></details>
</div>`
}

function inviteForm(say: Say, project: Project, form: FormState): Html {
  const roles: Role[] = ['organiser', 'owner']
  const options = roles.map((value) => ({ value, label: say(`people.may-${value}`) }))
  return html`<details class="card fold" id="invite"${form.problems ? html` open` : null}><summary>${say('people.invite')}</summary>
<form class="stack" method="post" action="${paths.people(project)}" novalidate>
${problemSummary(say, form)}
${textField(say, form, { name: 'name', label: say('people.name'), required: true, max: 100, autocomplete: 'off' })}
${textField(say, form, { name: 'email', label: say('sign-in.email'), hint: say('people.email-hint'), type: 'email', required: true, max: 254, autocomplete: 'off' })}
${choiceField(say, form, { name: 'role', label: say('people.role'), required: true, options })}
<button class="button">${say('people.invite-send')}</button>
</form></details>`
}
