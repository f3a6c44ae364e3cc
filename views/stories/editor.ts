import { type Html, html } from '../html.ts'
import { type FormState, fieldId } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { storyFields } from './fields.ts'
import type { OwnView } from './own.ts'
import { moreAboutTeller, tellerFields } from './teller-fields.ts'

/** The story's form with its two buttons. Handing in is the proposer's. */
export function editor(say: Say, view: OwnView, form: FormState): Html {
  const { token, story } = view
  const isIn = story.status === 'handed-in'
  const handsIn = view.isProposer && !isIn
  return html`<form class="card stack story-form" method="post" action="${paths.storyDo(token, handsIn ? 'hand-in' : 'save')}" novalidate>
<input type="hidden" name="seen" value="${form.typed.seen ?? ''}">
${theirs(say, view)}
${storyFields(say, view, form)}
${tellerFields(say, form, 'known')}
<details class="fold"${form.problems ? html` open` : null}><summary>${say('call.more')}</summary>
<div class="stack">${moreAboutTeller(say, form)}</div></details>
<div class="story-deeds">${handsIn ? html`<button class="button wide">${say('call.hand-in')}</button>` : null}
<button class="button${handsIn ? ' quiet' : ''} wide" formaction="${paths.storyDo(token, 'save')}">${say(isIn ? 'story.save-changes' : 'call.save')}</button></div>
</form>`
}

/** What somebody else has saved since: nothing of theirs goes unseen. */
function theirs(say: Say, { theirs }: OwnView): Html | null {
  if (!theirs) return null
  return html`<section class="notice" id="${fieldId('theirs')}" tabindex="-1"><p><strong>${say('story.overtaken')}</strong></p>
<p>${say('story.overtaken-what')}</p>
<blockquote class="theirs" lang="${theirs.language}"><p><strong>${theirs.title}</strong></p>${theirs.abstract
    .split('\n')
    .map((line) => html`<p>${line}</p>`)}</blockquote></section>`
}
