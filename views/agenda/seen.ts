import type { Board } from '../../server/agenda/board.ts'
import { type Html, html } from '../html.ts'
import type { FormState } from '../parts/fields.ts'

/** Which state of the draft a form comes from; one that comes back filled in still comes from where it did. */
export function seenField({ seen }: Pick<Board, 'seen'>, { typed }: Pick<FormState, 'typed'> = { typed: {} }): Html {
  return html`<input type="hidden" name="seen" value="${typed.seen ?? seen}">`
}
