import { type Html, html } from '../html.ts'
import { type FormState, textArea, textField } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { readField } from './doubts.ts'
import { youngFriends } from './friends.ts'
import type { PartyView } from './people.ts'

/** Names for those who have a place and none yet. */
export function nameForm(say: Say, { token, unnamed }: PartyView, form: FormState, doubts: Html | null): Html {
  return html`<form class="card stack party-form" method="post" action="${paths.partyDo(token, 'name')}" novalidate>
<h2>${say('party.name-title')}</h2>
${doubts}
${textArea(say, form, { name: 'names', label: say('party.name-names', { unnamed }), hint: say('class.names-hint'), rows: Math.min(8, unnamed + 1), autocomplete: 'off' })}
${readField(form)}
<button class="button">${say('party.name-send')}</button>
</form>`
}

/** Further people, as long as there is room for them. */
export function addForm(say: Say, view: PartyView, form: FormState, doubts: Html | null): Html {
  const { token, registration, spare, project, meeting } = view
  if (spare === 0 && !form.problems) return html`<p class="card">${say('party.add-none')}</p>`
  return html`<details class="card fold" id="add"${form.problems || doubts ? html` open` : null}><summary>${say('party.add-title')}</summary>
<form class="stack" method="post" action="${paths.partyDo(token, 'add')}" novalidate>
${doubts}
<p>${say('party.add-spare', { spare })} ${registration.kind === 'class' ? null : youngFriends(say, project, meeting)}</p>
${from(view)}
${textArea(say, form, { name: 'newNames', label: say('party.add-names'), hint: say('class.names-hint'), rows: 3, autocomplete: 'off' })}
${registration.kind === 'class' ? textField(say, form, { name: 'more', label: say('party.add-more'), hint: say('party.add-more-hint'), type: 'number' }) : null}
${readField(form)}
<button class="button quiet">${say('party.add-send')}</button>
</form></details>`
}

export function adultsForm(say: Say, { token, registration }: PartyView, form: FormState): Html {
  const shown = form.problems ? form : { typed: { adults: String(registration.adults) }, problems: null }
  return html`<details class="card fold"${form.problems ? html` open` : null}><summary>${say('party.adults-title')}</summary>
<form class="stack" method="post" action="${paths.partyDo(token, 'adults')}" novalidate>
${textField(say, shown, { name: 'adults', label: say('class.adults'), hint: say('class.adults-hint'), type: 'number', required: true })}
<button class="button quiet">${say('mine.save')}</button>
</form></details>`
}

/** Places of people without a name are given back by number. */
export function fewerForm(say: Say, view: PartyView, form: FormState): Html {
  return html`<details class="card fold"${form.problems ? html` open` : null}><summary>${say('party.fewer-title')}</summary>
<form class="stack" method="post" action="${paths.partyDo(view.token, 'fewer')}" novalidate>
<p>${say('party.fewer-about')}</p>
${from(view)}
${textField(say, form, { name: 'fewer', label: say('party.fewer'), type: 'number', required: true })}
<button class="button danger">${say('party.fewer-send')}</button>
</form></details>`
}

/** How many places there were when the page was shown: a number sent twice counts once. */
function from({ registration }: PartyView): Html {
  return html`<input type="hidden" name="from" value="${registration.seats}">`
}
