import type { Words } from '../../server/questions/answer-tables.ts'
import { type Html, html } from '../html.ts'
import { plain } from '../parts/texts.ts'
import { said } from '../questions/said.ts'
import type { Say } from '../say.ts'
import type { DoorView } from './page.ts'

/** What the door was named to read: what somebody needs, or may. */
export function doorAnswers(say: Say, view: DoorView, answers: readonly Words[]): Html | null {
  if (answers.length === 0) return null
  return html`<ul class="door-answers" role="list">${answers.map(
    (one) =>
      html`<li><span class="hint">${plain(say, one.wording.label, view.project.locales)}</span> ${said(say, view, one)}</li>`,
  )}</ul>`
}
