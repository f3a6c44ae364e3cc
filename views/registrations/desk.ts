import type { Group, Meeting, PhotoChannel, Project } from '../../db/schema.ts'
import type { AskedQuestion } from '../../server/questions/queries.ts'
import type { Column } from '../../server/registrations/desk/columns.ts'
import type { List } from '../../server/registrations/desk/list.ts'
import type { ageBands, kinds, Look, sorts, statuses } from '../../server/registrations/desk/look.ts'
import type { Deed } from '../../server/registrations/desk/plan.ts'
import type { Standing } from '../../server/registrations/places/standing.ts'
import type { WhyNobodyMoves } from '../../server/registrations/places/why-nobody-moves.ts'
import type { OnAgenda } from '../../server/workshops/on-agenda.ts'
import { handAgeFields } from '../guardianships/hand-age-fields.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { choiceField, type FormState, onceField, problemSummary, textField } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { groupOptions } from './group-options.ts'
import { linePart } from './line.ts'
import { lookForm } from './look.ts'
import { registrationTable } from './table.ts'

export type DeskView = {
  project: Project
  meeting: Meeting
  look: Look
  /** What the list can be narrowed to, and ordered by: only what says something about this meeting. */
  choices: Choices
  /** Whether the meeting has questions of its own, whoever may read the answers. */
  isAsking: boolean
  /** The columns there are, and those of them that are shown. */
  columns: Column[]
  shown: Column[]
  list: List
  /** The ids of those whom letters do not reach. */
  unreachable: ReadonlySet<string>
  /** What can be done with those who are ticked. */
  deeds: Deed[]
  places: Standing
  groups: Group[]
  /** Null: somebody is about to be offered a place. */
  why: WhyNobodyMoves | null
  /** Whether freed places are being offered at all. */
  offers: boolean
  /** After the meeting nothing is changed any more. */
  over: boolean
}

export type Choices = {
  statuses: typeof statuses
  sorts: readonly (typeof sorts)[number][]
  kinds: readonly (typeof kinds)[number][]
  ages: readonly (typeof ageBands)[number][]
  photos: readonly PhotoChannel[]
  workshops: readonly OnAgenda[]
  /** None until somebody has come. */
  came: readonly ('yes' | 'no')[]
  /** Those with answers to choose from. */
  questions: AskedQuestion[]
}

export function deskPage(say: Say, view: DeskView, form: FormState): Page {
  const { project, meeting } = view
  return {
    say,
    title: say('workspace.registrations'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'registrations', project, meeting }),
    fragments: { registrations: () => registrationTable(say, view) },
    main: html`<h1>${say('workspace.registrations')}</h1>
<p class="lead">${say('desk.standing', { taken: view.places.taken, capacity: meeting.capacity, offered: view.places.offered, waiting: view.places.waiting })}</p>
${linePart(say, view)}
${inNumbers(say, view)}
${lookForm(say, view)}
${registrationTable(say, view)}
${view.over ? null : addByHand(say, view, form)}
${view.over ? null : further(say, view)}`,
  }
}

/** Diets and needs are counted on a page of their own, which names nobody. */
function inNumbers(say: Say, { project, meeting, isAsking }: DeskView): Html | null {
  return isAsking ? html`<p><a href="${paths.answers(project, meeting)}">${say('questions.see-answers')}</a></p>` : null
}

function further(say: Say, { project, meeting }: DeskView): Html {
  return html`<p class="row"><a class="button quiet" href="${paths.importPeople(project, meeting)}">${say('import.title')}</a>
<a class="button quiet" href="${paths.invitations(project, meeting)}">${say('invitations.title')}</a></p>`
}

function addByHand(say: Say, { project, meeting, groups }: DeskView, form: FormState): Html {
  const options = groupOptions(say, project, groups)
  return html`<details class="card fold" id="add"${form.problems ? html` open` : null}><summary>${say('desk.add')}</summary>
<form class="stack" method="post" action="${paths.registrations(project, meeting)}" novalidate>
${onceField(form)}${problemSummary(say, form)}
${textField(say, form, { name: 'name', label: say('desk.name'), required: true, max: 100, autocomplete: 'off' })}
${textField(say, form, { name: 'email', label: say('desk.email'), hint: say('desk.email-hint'), type: 'email', max: 254, autocomplete: 'off' })}
${choiceField(say, form, { name: 'group', label: say('desk.group'), required: true, options, empty: say('desk.choose') })}
${meeting.asksAge ? handAgeFields(say, form) : null}
<button class="button">${say('desk.add-send')}</button>
</form></details>`
}
