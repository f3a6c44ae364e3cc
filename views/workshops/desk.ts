import type { Meeting, Project } from '../../db/schema.ts'
import type { DeskSlot } from '../../server/workshops/desk.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { deskWorkshop, otherSlot } from './desk-workshop.ts'

export type WorkshopsDeskView = {
  project: Project
  meeting: Meeting
  /** Those that are workshops, or that one signs up for, and the rest of the agenda. */
  workshops: DeskSlot[]
  others: DeskSlot[]
  /** Whose number of places was no number. */
  wrong: { slot: DeskSlot; form: FormState } | null
}

/** Which slots one signs up for by themselves, for how many places, and how many have come. */
export function workshopsDeskPage(say: Say, view: WorkshopsDeskView): Page {
  const { project, meeting, workshops, wrong } = view
  return {
    say,
    title: say('workshops.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'sign-up', project, meeting }),
    main: html`<h1>${say('workshops.title')}</h1>
<p class="lead">${say('workshops.desk-lead')}</p>
${wrong && problemSummary(say, wrong.form)}
${workshops.length === 0 ? empty(say, view) : html`<ul class="workshop-cards desk" role="list">${workshops.map((slot) => deskWorkshop(say, view, slot))}</ul>`}
${others(say, view)}`,
  }
}

function empty(say: Say, { project, meeting }: WorkshopsDeskView): Html {
  return html`<div class="empty stack"><p>${say('workshops.desk-empty')}</p>
<p><a class="button quiet" href="${paths.agenda(project, meeting)}">${say('workspace.agenda')}</a></p></div>`
}

/** Whatever else is on the agenda. */
function others(say: Say, view: WorkshopsDeskView): Html | null {
  if (view.others.length === 0) return null
  const isWrong = view.others.some(({ id }) => id === view.wrong?.slot.id)
  return html`<details class="card fold"${isWrong ? html` open` : null}><summary>${say('workshops.others')}</summary>
<ul class="workshop-others" role="list">${view.others.map((slot) => otherSlot(say, view, slot))}</ul></details>`
}
