import { type Html, html } from '../html.ts'
import type { Say } from '../say.ts'
import type { DeskView } from './desk.ts'

/** What can be done with those who are ticked, or with everybody whom the look finds. */
export function bulkBar(say: Say, { list, deeds }: DeskView): Html | null {
  if (deeds.length === 0) return null
  return html`<fieldset class="bulk"><legend>${say('bulk.legend')}</legend>
${list.pages > 1 ? html`<label><input type="checkbox" name="all" value="yes"> ${say('bulk.all', { found: list.found })}</label>` : null}
<p class="row">${deeds.map((deed) => html`<button class="button quiet" name="deed" value="${deed}">${say(`bulk.${deed}`)}</button>`)}</p>
</fieldset>`
}
