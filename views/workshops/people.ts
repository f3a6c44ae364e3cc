import type { Meeting, Project } from '../../db/schema.ts'
import type { HandObstacle } from '../../server/workshops/by-hand.ts'
import type { DeskSlot } from '../../server/workshops/desk.ts'
import type { AtWorkshop, Candidate, People } from '../../server/workshops/people.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { choiceField, type FormState, problemSummary } from '../parts/fields.ts'
import { plain, words } from '../parts/texts.ts'
import { whenText } from '../parts/when-and-where.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { time } from '../when.ts'

export type WorkshopPeopleView = People & {
  project: Project
  meeting: Meeting
  slot: DeskSlot
  /** Why somebody could not be put in just now. */
  obstacle: HandObstacle | null
}

/** Who takes part in a workshop and who waits, to be changed by hand, and to be printed for its door. */
export function workshopPeoplePage(say: Say, view: WorkshopPeopleView, form: FormState): Page {
  const { project, meeting, slot } = view
  return {
    say,
    title: plain(say, slot.title, project.locales),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'sign-up', project, meeting }),
    main: html`<p class="above"><a href="${paths.workshops(project, meeting)}">${say('workshops.title')}</a></p>
<h1>${words(say, slot.title, project.locales)}</h1>
<p class="lead">${whenAndWhere(say, view)}</p>
<p>${say('workshops.standing', { inside: slot.inside, places: slot.places ?? 0, waiting: slot.waiting })}</p>
${view.obstacle && html`<p class="problems" role="alert">${inTheWay(say, view, view.obstacle)}</p>`}
<section class="stack workshop-people"><h2>${say('workshops.takes-part')}</h2>
${list(say, view, view.inside)}</section>
${
  view.waiting.length > 0
    ? html`<section class="stack workshop-people line"><h2>${say('workshops.line')}</h2>
<p class="hint">${say('workshops.line-hint')}</p>${list(say, view, view.waiting)}</section>`
    : null
}
${slot.places !== null && slot.shown === 'released' ? byHand(say, view, form) : null}`,
  }
}

function whenAndWhere(say: Say, { project, meeting: { zone }, slot }: WorkshopPeopleView): string {
  const { startsAt, endsAt, room } = slot
  const when = startsAt && endsAt ? whenText(say, { startsAt, endsAt, zone }) : say('workshops.no-time')
  return [when, room && plain(say, room, project.locales)].filter(Boolean).join(' · ')
}

function list(say: Say, view: WorkshopPeopleView, people: readonly AtWorkshop[]): Html {
  if (people.length === 0) return html`<p class="empty">${say('workshops.nobody-in')}</p>`
  return html`<ol class="roll">${people.map((one) => item(say, view, one))}</ol>`
}

function item(say: Say, view: WorkshopPeopleView, { status, registration, companions }: AtWorkshop): Html {
  const name = nameOf(say, registration)
  return html`<li><span class="roll-box" aria-hidden="true"></span><div><strong>${name}</strong>
${companions.length > 0 ? html`<span class="hint">${companions.map(({ name }) => name).join(', ')}</span>` : null}</div>
<div class="row">${status === 'waiting' ? deed(say, view, registration, 'put-in', name) : null}${deed(say, view, registration, 'take-out', name)}</div></li>`
}

function deed(
  say: Say,
  view: WorkshopPeopleView,
  { id }: { id: string },
  what: 'put-in' | 'take-out',
  name: string,
): Html {
  const action = paths.workshopDo(view.project, view.meeting, view.slot, what)
  return html`<form method="post" action="${action}"><input type="hidden" name="registration" value="${id}"><button class="button quiet">${say(`workshops.${what}`)}<span class="unseen">: ${name}</span></button></form>`
}

function byHand(say: Say, view: WorkshopPeopleView, form: FormState): Html {
  const { project, meeting, slot, others } = view
  const options = others.map((one) => ({ value: one.id, label: nameOf(say, one) }))
  const field = {
    name: 'registration',
    label: say('workshops.who'),
    required: true,
    options,
    empty: say('desk.choose'),
  }
  return html`<details class="card fold"${form.problems ? html` open` : null}><summary>${say('workshops.by-hand')}</summary>
<form class="stack" method="post" action="${paths.workshopDo(project, meeting, slot, 'put-in')}" novalidate>
${problemSummary(say, form)}<p class="hint">${say('workshops.by-hand-hint')}</p>
${choiceField(say, form, field)}
<button class="button">${say('workshops.put-in')}</button>
</form></details>`
}

function nameOf(say: Say, { name, className, seats }: Omit<Candidate, 'id'>): string {
  const called = className ? [className, name].filter(Boolean).join(', ') : (name ?? say('desk.forgotten'))
  return seats > 1 ? say('workshops.party', { name: called, seats }) : called
}

function inTheWay(say: Say, { project, meeting }: WorkshopPeopleView, obstacle: HandObstacle): string {
  if (obstacle.is === 'full') return say('workshops.hand-full', { left: obstacle.left, seats: obstacle.seats })
  if (obstacle.is !== 'overlap') return say('workshops.hand-no-place')
  const { slot } = obstacle.with
  const at = time(Temporal.Instant.from(slot.startsAt), meeting.zone, say.locale)
  return say('workshops.hand-overlap', { workshop: plain(say, slot.title, project.locales), time: at })
}
