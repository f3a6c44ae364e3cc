import type { Meeting, Project } from '../../db/schema.ts'
import type { Helper, Member } from '../../server/organisers/queries.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import type { FormState } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { crewTable, inviteForm } from './crew.ts'

/** `members`: those who have a role in the whole project, and so here too. */
export type HelpersView = {
  project: Project
  meeting: Meeting
  members: Member[]
  helping: Helper[]
  mayChange: boolean
}

const roles = ['organiser', 'door', 'moderator'] as const

export function helpersPage(say: Say, view: HelpersView, form: FormState): Page {
  const { project, meeting, mayChange } = view
  return {
    say,
    title: say('helpers.title'),
    colour: colourOf(project),
    personal: true,
    workspace: workspace(say, { here: 'helpers', project, meeting }),
    main: html`<h1>${say('helpers.title')}</h1>
<p class="lead">${say(mayChange ? 'helpers.lead' : 'helpers.lead-reading')}</p>
${helping(say, view)}
${mayChange ? inviteForm(say, { action: paths.helpers(project, meeting), roles }, form) : null}
${inProject(say, view)}`,
  }
}

function helping(say: Say, { project, meeting, helping, mayChange }: HelpersView): Html {
  if (helping.length === 0) return html`<div class="empty"><p>${say('helpers.empty')}</p></div>`
  return crewTable(say, {
    ...{ label: say('helpers.title'), members: helping, zone: project.zone, roles, mayChange },
    action: (colleague, deed) => paths.helperDo(project, meeting, colleague, deed),
    sure: (name) => say('helpers.remove-sure', { name }),
  })
}

function inProject(say: Say, { members }: HelpersView): Html {
  const all = members.map(
    ({ organiser, role }) => html`<li>${organiser.name} <span class="hint">${say(`role.${role}`)}</span></li>`,
  )
  return html`<h2>${say('helpers.in-project')}</h2>
<p class="hint">${say('helpers.in-project-hint')}</p>
<ul>${all}</ul>`
}
