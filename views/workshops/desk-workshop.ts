import type { DeskSlot } from '../../server/workshops/desk.ts'
import { type Html, html } from '../html.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { shortWeekday, timeSpan } from '../when.ts'
import type { WorkshopsDeskView } from './desk.ts'

/** One workshop with its numbers and its form. */
export function deskWorkshop(say: Say, view: WorkshopsDeskView, slot: DeskSlot): Html {
  const { project, meeting } = view
  return html`<li class="card workshop-card" id="${slot.slug}">
<p class="workshop-time">${whenOf(say, view, slot)}${slot.room ? html` <span class="hint">${words(say, slot.room, project.locales)}</span>` : null}</p>
<h2>${words(say, slot.title, project.locales)}</h2>
${slot.shown === 'released' ? null : html`<p><span class="badge ${slot.shown === 'off' ? 'cancelled' : 'draft'}">${say(slot.shown === 'off' ? 'workshops.off' : 'workshops.not-released')}</span></p>`}
${slot.places === null ? html`<p class="hint">${say('workshops.no-sign-up')}</p>` : numbers(say, view, slot, slot.places)}
${placesForm(say, view, slot)}
${slot.places === null ? null : html`<div class="row"><a class="button quiet" href="${paths.workshop(project, meeting, slot)}">${say('workshops.people')}<span class="unseen">: ${plain(say, slot.title, view.project.locales)}</span></a>${closing(say, view, slot)}</div>`}
</li>`
}

/** A slot of another kind, which can be opened too. */
export function otherSlot(say: Say, view: WorkshopsDeskView, slot: DeskSlot): Html {
  return html`<li id="${slot.slug}"><p><strong>${words(say, slot.title, view.project.locales)}</strong><br>
<span class="hint">${whenOf(say, view, slot)} · ${say(`agenda.type.${slot.type}`)}</span></p>
${placesForm(say, view, slot)}</li>`
}

function numbers(say: Say, { project, meeting }: WorkshopsDeskView, slot: DeskSlot, places: number): Html {
  const { inside, waiting } = slot
  const by = inside - places
  return html`<p class="workshop-numbers"><a href="${paths.workshop(project, meeting, slot)}"><strong>${inside} / ${places}</strong></a> ${say('workshops.inside', { inside })}${waiting > 0 ? html` · ${say('workshops.in-line', { waiting })}` : null}</p>
${by > 0 ? html`<p class="notice">${say('workshops.over-full', { by })}</p>` : null}`
}

function placesForm(say: Say, { project, meeting, wrong }: WorkshopsDeskView, slot: DeskSlot): Html {
  const problem = wrong?.slot.id === slot.id ? wrong.form.problems?.[0] : undefined
  // The summary of what is wrong leads to the field of that name.
  const id = problem ? 'field-places' : `places-${slot.slug}`
  const typed = problem ? (wrong?.form.typed.places ?? '') : String(slot.places ?? slot.roomHolds ?? '')
  return html`<form class="workshop-places" method="post" action="${paths.workshop(project, meeting, slot)}" novalidate>
<div class="field${problem ? ' wrong' : ''}"><label for="${id}">${say('workshops.places')}<span class="unseen">: ${plain(say, slot.title, project.locales)}</span></label>
<input type="number" name="places" id="${id}" value="${typed}" required${problem ? html` aria-invalid="true" aria-describedby="places-problem"` : null}>
${problem ? html`<p class="problem" id="places-problem">${say(problem.key, problem.values)}</p>` : null}</div>
<button class="button${slot.places === null ? '' : ' quiet'}">${say(slot.places === null ? 'workshops.open' : 'workshops.save')}</button>
</form>`
}

function closing(say: Say, view: WorkshopsDeskView, slot: DeskSlot): Html {
  const people = slot.inside + slot.waiting
  return html`<details class="confirm"><summary>${say('workshops.close')}<span class="unseen">: ${plain(say, slot.title, view.project.locales)}</span></summary>
<form method="post" action="${paths.workshopDo(view.project, view.meeting, slot, 'close')}"><p>${people > 0 ? say('workshops.close-sure', { people }) : say('workshops.close-nobody')}</p><button class="button danger">${say('workshops.close-send')}</button></form></details>`
}

function whenOf(say: Say, { meeting: { zone } }: WorkshopsDeskView, { startsAt, endsAt }: DeskSlot): string {
  if (!startsAt || !endsAt) return say('workshops.no-time')
  return `${shortWeekday(startsAt, zone, say.locale)}, ${timeSpan({ startsAt, endsAt, zone }, say.locale)}`
}
