import type { Meeting, Project, Registration } from '../../db/schema.ts'
import type { Look } from '../../server/registrations/desk/look.ts'
import type { Plan, PlannedDeed } from '../../server/registrations/desk/plan.ts'
import type { Chosen } from '../../server/registrations/desk/plan-form.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { choiceField } from '../parts/fields.ts'
import { plain } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { shortDay } from '../when.ts'
import { withLook } from './look-query.ts'

export type PlanView = Plan & {
  project: Project
  meeting: Meeting
  chosen: Chosen & { deed: PlannedDeed }
  look: Look
  /** How many would be written to. */
  letters: number
  /** Where they can be moved, where they are to be, and who of them would wait there. */
  move: { places: Meeting[]; to: Meeting | null; waits: Registration[] } | null
}

/** Says what a deed will do, and to how many, before it does; and to whom it will not, and why. */
export function planPage(say: Say, view: PlanView): Page {
  const { project, meeting, able, chosen, look } = view
  const title = able.length === 0 ? say('bulk.nobody') : say(`bulk.title-${chosen.deed}`, { people: able.length })
  const back = withLook(paths.registrations(project, meeting), look)
  return {
    say,
    title,
    colour: colourOf(project),
    workspace: workspace(say, { here: 'registrations', project, meeting }),
    main: html`<section class="card stack"><h1>${title}</h1>
${names(say, able)}
${unable(say, view)}
${able.length > 0 ? deedForm(say, view, back) : html`<p><a class="button quiet" href="${back}">${say('bulk.back')}</a></p>`}
</section>`,
  }
}

const shown = 50

function names(say: Say, people: readonly Registration[]): Html | null {
  if (people.length === 0) return null
  const left = people.length - shown
  return html`<ul class="planned">${people.slice(0, shown).map((person) => html`<li>${person.name ?? say('desk.forgotten')}${person.className ? `, ${person.className}` : null}</li>`)}${left > 0 ? html`<li>${say('bulk.more', { left })}</li>` : null}</ul>`
}

/** Together, by what speaks against it. */
function unable(say: Say, view: PlanView): Html | null {
  if (view.unable.length === 0) return null
  const reasons = Map.groupBy(view.unable, ({ why }) => why)
  return html`<div class="notice stack">${[...reasons].map(
    ([why, some]) =>
      html`<div><p>${say(`bulk.why-${why}`, { people: some.length })}</p>${names(
        say,
        some.map(({ registration }) => registration),
      )}</div>`,
  )}</div>`
}

function deedForm(say: Say, view: PlanView, back: string): Html {
  const { project, meeting, chosen, able, letters } = view
  const { deed } = chosen
  const isDrafting = deed === 'move' && !view.move?.to
  const action = isDrafting ? paths.registrationsPlan(project, meeting) : paths.registrationsDo(project, meeting)
  return html`<form class="stack" method="post" action="${action}" novalidate>
${hidden(view)}
<p>${say(`bulk.what-${deed}`)}</p>
${view.move ? movePart(say, view, view.move) : null}
<p><strong>${say('meeting-deed.letters', { people: letters })}</strong></p>
<p class="row"><button class="button${deed === 'cancel' || deed === 'refuse' ? ' danger' : ''}">${say(isDrafting ? 'bulk.preview' : `bulk.do-${deed}`, { people: able.length, letters })}</button>
<a class="button quiet" href="${back}">${say('meeting-deed.not-now')}</a></p>
</form>`
}

/** Where to; once that is said, who of them would have to wait there. */
function movePart(say: Say, { project, chosen }: PlanView, { places, to, waits }: NonNullable<PlanView['move']>): Html {
  const options = places.map(({ id, title, startsAt, zone }) => ({
    value: id,
    label: `${plain(say, title, project.locales)}, ${shortDay(startsAt, zone, say.locale)}`,
  }))
  const typed = { meeting: to?.id ?? chosen.meeting }
  if (!to) {
    return choiceField(
      say,
      { typed, problems: null },
      { name: 'meeting', label: say('bulk.where'), options, required: true },
    )
  }
  return html`<input type="hidden" name="meeting" value="${to.id}"><p>${say('bulk.to')} <strong>${options.find(({ value }) => value === to.id)?.label}</strong></p>
${waits.length > 0 ? html`<div class="notice"><p>${say('bulk.waits', { people: waits.length })}</p>${names(say, waits)}</div>` : null}`
}

/** Whoever was chosen, as they were. */
function hidden({ chosen, able, unable }: PlanView): Html {
  const both = [...able, ...unable.map(({ registration }) => registration)]
  const whom = chosen.all
    ? html`<input type="hidden" name="all" value="yes"><input type="hidden" name="upto" value="${chosen.upto}">`
    : html`${both.map(({ id }) => html`<input type="hidden" name="chosen.${id}" value="yes">`)}`
  return html`<input type="hidden" name="deed" value="${chosen.deed}"><input type="hidden" name="look" value="${chosen.look}">${whom}`
}
