import { type Html, html } from '../html.ts'
import { answerSaid } from '../mail/fault.ts'
import type { Say } from '../say.ts'
import type { LetterKindView } from './page.ts'
import { textLabel } from './text-label.ts'

/** The subject and the text of the invented letter; null with an error that keeps it from being written. */
export type Preview = { subject: string; text: string; html: string } | { fault: string }

/** How the letter reads with what is typed; where that cannot be sent, why, and how it would read without it. */
export function letterPreview(say: Say, view: LetterKindView): Html {
  const { preview, locale } = view
  return html`<section id="letter-preview" class="letter-preview-pane stack" aria-live="polite"><h2>${say('letter-texts.preview')}</h2>
${objections(say, view)}
${
  'fault' in preview
    ? html`<p class="notice">${answerSaid(say, preview.fault)}</p>`
    : html`<p class="letter-subject" lang="${locale}"><span class="hint" lang="${say.locale}">${say('letter-texts.part.subject')}</span> <strong>${preview.subject}</strong></p>
<pre class="letter" lang="${locale}" tabindex="0">${preview.text}</pre>`
}
<p class="hint">${say('letter-texts.invented')}</p></section>`
}

function objections(say: Say, view: LetterKindView): Html | null {
  const { problems } = view.form
  if (!problems?.length) return null
  const named = problems.map((problem) => {
    const field = view.fields.find(({ name }) => name === problem.field)
    return html`<li>${field ? html`${textLabel(say, view, field)}: ` : null}${say(problem.key, problem.values)}</li>`
  })
  return html`<div class="problems"><p>${say('letter-texts.not-yet')}</p><ul>${named}</ul></div>`
}
