import type { Meeting, Project } from '../../db/schema.ts'
import type { PlacesLeft } from '../../server/workshops/public.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** In the agenda's list: one signs up for it, and how it stands. */
export function placesLeft(say: Say, workshop: PlacesLeft | undefined): Html | null {
  return workshop ? html`<p class="places-left">${standing(say, workshop)}</p>` : null
}

/** On the slot's own page: also how one signs up. */
export function signUpForIt(
  say: Say,
  { project, meeting }: { project: Project; meeting: Meeting },
  workshop: PlacesLeft | undefined,
): Html | null {
  if (!workshop) return null
  return html`<section class="stack workshop-sign-up"><h2>${say('workshops.sign-up')}</h2>
<p><span class="badge ${workshop.left > 0 ? 'loud' : 'waiting'}">${standing(say, workshop)}</span></p>
<p>${say('workshops.how')}</p>
<p><a class="button quiet" href="${paths.register(project, meeting)}">${say('workshops.register')}</a></p></section>`
}

function standing(say: Say, { left, waiting }: PlacesLeft): string {
  return left > 0 ? say('workshops.left', { left }) : say('workshops.full', { waiting })
}
