import { type Html, html } from '../html.ts'
import { choiceField, type FormState, problemSummary, textField } from '../parts/fields.ts'
import { languageOptions } from '../parts/languages.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { groupOptions } from './group-options.ts'
import { hasEnded } from './has-ended.ts'
import type { OneView } from './one.ts'

/** What an organiser can do with one registration; after the meeting, and once it has ended, nothing. */
export function oneDeeds(say: Say, view: OneView, form: FormState): Html | null {
  const { registration, over } = view
  if (over || hasEnded(registration)) return null
  return html`<div class="row">${answer(say, view)}${offer(say, view)}${cancelling(say, view)}</div>${details(say, view, form)}${address(say, view, form)}`
}

/** To somebody who asks to come; also where organisers no longer want to be asked. */
function answer(say: Say, view: OneView): Html | null {
  const { status, name } = view.registration
  if (status !== 'requested') return null
  return html`<form method="post" action="${path(view, 'approve')}"><button class="button">${say('desk.approve')}</button></form>
<details class="confirm"><summary>${say('desk.refuse')}</summary>
<form method="post" action="${path(view, 'refuse')}"><p>${say('desk.refuse-sure', { name: name ?? '' })}</p><button class="button danger">${say('desk.refuse-send')}</button></form></details>`
}

function offer(say: Say, view: OneView): Html | null {
  if (view.registration.status !== 'waiting' || !view.offers) return null
  return html`<form method="post" action="${path(view, 'promote')}"><button class="button">${say('desk.offer')}</button></form>`
}

function cancelling(say: Say, view: OneView): Html {
  const { email, name } = view.registration
  return html`<details class="confirm"><summary>${say('desk.cancel')}</summary>
<form method="post" action="${path(view, 'cancel')}"><p>${say(email ? 'desk.cancel-sure' : 'desk.cancel-sure-silent', { name: name ?? '' })}</p><button class="button danger">${say('desk.cancel-send')}</button></form></details>`
}

function details(say: Say, view: OneView, all: FormState): Html {
  const form = without(all, isAddress(all))
  const options = groupOptions(say, view.project, view.groups)
  return html`<details class="card fold"${form.problems ? html` open` : null}><summary>${say('one.change')}</summary>
<form class="stack" method="post" action="${path(view, 'change')}" novalidate>
${problemSummary(say, form)}
${textField(say, form, { name: 'name', label: say('desk.name'), required: true, max: 100, autocomplete: 'off' })}
${choiceField(say, form, { name: 'group', label: say('desk.group'), required: true, options, empty: say('desk.choose') })}
${choiceField(say, form, { name: 'language', label: say('one.language'), options: languageOptions })}
<button class="button">${say('one.save')}</button>
</form></details>`
}

/** Where letters go: with everything that follows from it, a deed of its own. */
function address(say: Say, view: OneView, all: FormState): Html {
  const form = without(all, !isAddress(all))
  const title = say(view.registration.email ? 'one.address' : 'one.address-new')
  return html`<details class="card fold"${form.problems ? html` open` : null}><summary>${title}</summary>
<form class="stack" method="post" action="${path(view, 'address')}" novalidate>
${problemSummary(say, form)}
${textField(say, form, { name: 'email', label: say('desk.email'), hint: say('one.address-hint'), type: 'email', required: true, max: 254, autocomplete: 'off' })}
<button class="button">${say('one.address-save')}</button>
</form></details>`
}

function isAddress({ problems }: FormState): boolean {
  return problems?.some(({ field }) => field === 'email') ?? false
}

function without({ typed, problems }: FormState, isAnother: boolean): FormState {
  return { typed, problems: isAnother ? null : problems }
}

function path({ project, meeting, registration }: OneView, deed: string): string {
  return paths.registrationDo(project, meeting, registration, deed)
}
