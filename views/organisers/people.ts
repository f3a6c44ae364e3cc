import type { Project, Role } from '../../db/schema.ts'
import type { Helper, Member } from '../../server/organisers/queries.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import type { FormState } from '../parts/fields.ts'
import { table } from '../parts/table.ts'
import { words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { crewTable, inviteForm, signOutForm } from './crew.ts'

/** `own`: the reader's role. Only owners change anything. `helping`: those who help with single meetings. */
export type PeopleView = { project: Project; members: Member[]; helping: Helper[]; own: Role }

const roles = ['owner', 'organiser', 'door', 'moderator', 'answerer'] as const

export function peoplePage(say: Say, view: PeopleView, form: FormState): Page {
  const { project, own, helping } = view
  return {
    say,
    title: say('workspace.people'),
    colour: colourOf(project),
    personal: true,
    workspace: workspace(say, { here: 'people', project }),
    main: html`<h1>${say('workspace.people')}</h1>
<p class="lead">${say(own === 'owner' ? 'people.lead' : 'people.lead-organiser')}</p>
${members(say, view)}
${own === 'owner' ? inviteForm(say, { action: paths.people(project), roles }, form) : null}
${helping.length > 0 ? helperTable(say, view) : null}
${own === 'owner' ? html`<p><a href="${paths.history(project)}">${say('workspace.history')}</a></p>` : null}`,
  }
}

function members(say: Say, { project, members, own }: PeopleView): Html {
  return crewTable(say, {
    ...{ label: say('workspace.people'), members, zone: project.zone, roles },
    mayChange: own === 'owner',
    action: (colleague, deed) => paths.colleagueDo(project, colleague, deed),
    sure: (name) => say('people.remove-sure', { name }),
    signOut: (colleague) => paths.colleagueDo(project, colleague, 'sign-out'),
  })
}

function helperTable(say: Say, { project, helping, own }: PeopleView): Html {
  const heads = [say('people.name'), say('people.role'), say('projects.column-meeting')]
  const isOwner = own === 'owner'
  const rows = helping.map(
    ({ organiser, role, meeting }) => html`<tr>
<th scope="row">${organiser.name}<br><span class="hint">${organiser.email}</span></th>
<td>${say(`role.${role}`)}</td>
<td><a href="${paths.helpers(project, meeting)}">${words(say, meeting.title, project.locales)}</a></td>
${isOwner ? html`<td>${signOutForm(say, paths.colleagueDo(project, organiser, 'sign-out'), organiser)}</td>` : null}
</tr>`,
  )
  return html`<h2>${say('people.helping')}</h2>
${table(say('people.helping'), isOwner ? [...heads, say('people.change')] : heads, rows)}`
}
