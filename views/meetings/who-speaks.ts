import { type Html, html } from '../html.ts'
import type { Say } from '../say.ts'
import type { MeetingShown } from './lasting-parts.ts'

/** Everybody on the released agenda, once, in the order in which they speak. */
export function whoSpeaks(say: Say, { agenda }: MeetingShown): Html | null {
  const names = [...new Set(agenda?.slots.flatMap((slot) => slot.speakers.map(({ name }) => name)))]
  if (names.length === 0) return null
  return html`<section class="stack"><h2>${say('meeting.who-speaks')}</h2>
<ul class="row speakers-list">${names.map((name) => html`<li class="badge">${name}</li>`)}</ul></section>`
}
