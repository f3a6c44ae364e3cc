import type { Doubtful } from '../../server/parties/pasted-names.ts'
import { type Html, html } from '../html.ts'
import { type FormState, fieldId } from '../parts/fields.ts'
import type { Say } from '../say.ts'

/** What we made of a pasted list, where that is not plain; the list below it is what we understood. */
export function doubtsNotice(say: Say, doubts: readonly Doubtful[], field: string): Html | null {
  if (doubts.length === 0) return null
  return html`<div class="notice doubts" role="status">
<p><a href="#${fieldId(field)}">${say('party.look')}</a></p>
<ul>${doubts.slice(0, most).map(({ doubt, line }) => html`<li><q>${line.slice(0, 120)}</q> — ${say(`party.doubt-${doubt}`)}</li>`)}</ul>
${doubts.length > most ? html`<p>${say('party.doubts-more', { more: doubts.length - most })}</p>` : null}
</div>`
}

const most = 30

/** Says that the list is what we made of it: what is still there twice is then meant. */
export function readField({ typed }: FormState): Html | null {
  return typed.read === 'yes' ? html`<input type="hidden" name="read" value="yes">` : null
}
