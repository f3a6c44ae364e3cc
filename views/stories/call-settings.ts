import { type Html, html } from '../html.ts'
import { type FormState, fieldId, inLanguages, problemSummary, textField, tickBox } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import { fieldRow, rowNumbers } from '../projects/rows.ts'
import type { Say } from '../say.ts'
import type { StoriesView } from './desk.ts'

/** The call itself: what is asked for, from when until when, and what else proposers are asked. */
export function callSettings(say: Say, view: StoriesView, form: FormState): Html {
  const { project, meeting, call } = view
  const isOpen = !call || form.problems !== null
  return html`<details class="card fold"${isOpen ? html` open` : null} id="settings"><summary><h2>${say(call ? 'stories.settings' : 'stories.begin')}</h2></summary>
<form class="stack" method="post" action="${paths.stories(project, meeting)}" novalidate>
${problemSummary(say, form)}
${call ? html`<p class="hint">${say('stories.settings-hint')}</p>` : null}
${texts(say, view, form)}
${span(say, view, form)}
${types(say, view, form)}
${questions(say, view, form)}
<button class="button">${say(call ? 'settings.save' : 'stories.open')}</button>
</form></details>`
}

function texts(say: Say, { project: { locales } }: StoriesView, form: FormState): Html {
  return html`${inLanguages(say, form, { name: 'title', label: say('stories.call-title'), locales, max: 120 })}
${inLanguages(say, form, { name: 'text', label: say('stories.call-text'), hint: say('stories.call-text-hint'), locales, rows: 6, max: 20_000 })}`
}

function span(say: Say, { zone }: StoriesView, form: FormState): Html {
  return html`<div class="row">
${textField(say, form, { name: 'opensAt', label: say('stories.opens'), hint: say('stories.opens-hint'), type: 'datetime-local' })}
${textField(say, form, { name: 'closesAt', label: say('stories.closes'), hint: zone, type: 'datetime-local', required: true })}
</div>`
}

function types(say: Say, { kinds }: StoriesView, form: FormState): Html {
  const problem = form.problems?.find(({ field }) => field === 'types')
  return html`<fieldset id="${fieldId('types')}" class="field${problem ? ' wrong' : ''}"><legend>${say('stories.types')}</legend>
${kinds.map(({ type, minutes }) => tickBox(form, { name: `types.${type}`, label: `${say(`agenda.type.${type}`)} · ${say('call.minutes', { minutes })}` }))}
${problem ? html`<p class="problem">${say(problem.key, problem.values)}</p>` : null}</fieldset>`
}

function questions(say: Say, { project: { locales } }: StoriesView, form: FormState): Html {
  return html`<h3>${say('stories.questions')}</h3>
<p class="hint">${say('stories.questions-hint')} ${say('settings.rows-hint')}</p>
${rowNumbers(form, 'questions').map((number, index) => {
  const at = `questions.${number}`
  return fieldRow(say, form, at, say('settings.row', { number: index + 1 }), [
    html`<input type="hidden" name="${at}.id" value="${form.typed[`${at}.id`] ?? ''}">`,
    inLanguages(say, form, { name: `${at}.label`, label: say('stories.question'), locales, max: 300 }),
    tickBox(form, { name: `${at}.required`, label: say('stories.question-required') }),
  ])
})}`
}
