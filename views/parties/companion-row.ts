import type { Named } from '../../server/parties/queries.ts'
import { type Html, html } from '../html.ts'
import type { FormState } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { PartyView } from './people.ts'

/** Somebody who comes along, with what can be done about them folded away. */
export function companionRow(say: Say, view: PartyView, one: Named, sent: FormState | null): Html {
  if (!view.open) return html`<li><span class="party-name">${one.name}</span></li>`
  return html`<li><details class="party-person"${sent ? html` open` : null}>
<summary><span class="party-name">${one.name}</span> <span class="party-change">${say('party.change')}</span></summary>
${rename(say, view, one, sent)}
<form method="post" action="${paths.companionDo(view.token, one, 'remove')}">
<button class="button danger">${say('party.remove')}<span class="unseen">: ${one.name}</span></button>
</form>
</details></li>`
}

function rename(say: Say, view: PartyView, one: Named, sent: FormState | null): Html {
  const { token } = view
  const problem = sent?.problems?.find(({ field }) => field === 'name')
  const id = sent ? 'field-name' : `name-${one.id}`
  const wrong = problem ? html` aria-invalid="true" aria-describedby="${id}-problem"` : null
  return html`<form class="party-rename" method="post" action="${paths.companionDo(token, one, 'rename')}" novalidate>
<input type="hidden" name="was" value="${one.name}">
<div class="field${problem ? ' wrong' : ''}"><label for="${id}">${say('party.name')}</label>
<input type="text" name="name" id="${id}" value="${sent?.typed.name ?? one.name}" maxlength="100" required autocomplete="off"${wrong}>
${problem ? html`<p class="problem" id="${id}-problem">${say(problem.key, problem.values)}</p>` : null}</div>
${asksPhotos(view) ? html`<p class="hint">${say('party.rename-photos')}</p>` : null}
<button class="button quiet">${say('mine.save')}<span class="unseen">: ${one.name}</span></button>
</form>`
}

/** A sheet is signed for one person by name. */
function asksPhotos({ registration, meeting }: PartyView): boolean {
  return registration.kind === 'class' && meeting.photoChannels.length > 0
}
