import type { Group, Meeting, Project } from '../../db/schema.ts'
import type { Invitation } from '../../server/invitations/queries.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import type { FormState } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { singleForm } from './single-form.ts'
import { invitationTable } from './table.ts'

export type InvitationsView = {
  project: Project
  meeting: Meeting
  groups: Group[]
  invitations: Invitation[]
  /** Places that nobody has yet. */
  free: number
  /** Whether anybody can be invited at all. */
  open: boolean
  /** Until when places are kept unless something else is said, as it is typed. */
  until: string
}

export function invitationsPage(say: Say, view: InvitationsView, form: FormState): Page {
  const { project, meeting, invitations, free, open } = view
  return {
    say,
    title: say('invitations.title'),
    colour: colourOf(project),
    personal: true,
    workspace: workspace(say, { here: 'registrations', project, meeting }),
    main: html`<h1>${say('invitations.title')}</h1>
<p class="lead">${say('invitations.lead')} ${say('invitations.free', { free })}</p>
${open ? null : html`<p class="notice">${say('invitations.closed')}</p>`}
${invitations.length === 0 ? nobodyYet(say) : invitationTable(say, view)}
${
  open
    ? html`${singleForm(say, view, form)}
<p><a class="button quiet" href="${paths.inviteMany(project, meeting)}">${say('invitations.many')}</a></p>`
    : null
}`,
  }
}

function nobodyYet(say: Say): Html {
  return html`<div class="empty"><p>${say('invitations.empty')}</p></div>`
}
