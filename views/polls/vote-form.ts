import type { Meeting, Poll, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { type FormState, problemSummary, textField } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

type Where = { project: Project; meeting: Meeting }

/** Where one votes; what one chose before is chosen still. */
export function voteForm(say: Say, where: Where, poll: Poll, own: readonly string[], form: FormState): Html {
  const { project, meeting } = where
  return html`<form class="vote-form stack" method="post" action="${paths.poll(project, meeting, poll)}" novalidate>
${problemSummary(say, form)}
<fieldset id="field-choice"><legend class="unseen">${say(`polls.how-${poll.kind}`)}</legend>
<p class="hint">${say(`polls.how-${poll.kind}`)}</p>
${poll.kind === 'words' ? wordFields(say, own, form) : poll.kind === 'scale' ? scale(say, project, poll, own) : options(say, project, poll, own)}
</fieldset>
<p><button class="button">${say(own.length > 0 ? 'polls.vote-anew' : 'polls.vote')}</button></p>
</form>`
}

function options(say: Say, { locales }: Project, { kind, options: all }: Poll, own: readonly string[]): Html {
  const isOne = kind === 'one'
  return html`${all.map(
    ({ id, label }) =>
      html`<p class="field tick"><label><input type="${isOne ? 'radio' : 'checkbox'}" name="${isOne ? 'choice' : `choice.${id}`}" value="${isOne ? id : 'yes'}"${own.includes(id) ? html` checked` : null}> ${words(say, label, locales)}</label></p>`,
  )}`
}

/** From 1 to 5, with what the two ends mean. */
function scale(say: Say, { locales }: Project, { options: [low, high] }: Poll, own: readonly string[]): Html {
  return html`<div class="vote-scale">${low ? html`<span>${words(say, low.label, locales)}</span>` : null}
${['1', '2', '3', '4', '5'].map(
  (step) =>
    html`<label class="vote-step"><input type="radio" name="choice" value="${step}"${own.includes(step) ? html` checked` : null}> ${step}</label>`,
)}
${high ? html`<span>${words(say, high.label, locales)}</span>` : null}</div>`
}

/** What was just sent, or else what was said before. */
function wordFields(say: Say, own: readonly string[], form: FormState): Html {
  const said = Object.fromEntries(own.map((word, i) => [`choice.${i}`, word]))
  const filled = form.problems ? form : { ...form, typed: said }
  return html`${[0, 1, 2].map((i) => textField(say, filled, { name: `choice.${i}`, label: say('polls.word', { number: i + 1 }), max: 40 }))}`
}
