import type { PhotoChannel, Project } from '../../db/schema.ts'
import type { CurrentText } from '../../server/consents/text.ts'
import { type Html, html } from '../html.ts'
import { type FormState, tickBox } from '../parts/fields.ts'
import { passage } from '../parts/texts.ts'
import type { MessageKey, Say } from '../say.ts'

export type PhotoQuestion = { project: Pick<Project, 'locales'>; channels: readonly PhotoChannel[]; text: CurrentText }

/** Where photos may be shown: each for itself, none ticked beforehand, and the words that are agreed to beside them. */
export function photoChoices(
  say: Say,
  form: FormState,
  question: PhotoQuestion,
  legend: string,
  hint: MessageKey,
): Html {
  return html`<fieldset class="photo-choices"><legend>${legend}</legend>
<p class="hint">${say(hint)}</p>
<details class="fold small"><summary>${say('consent.words')}</summary>${consentWords(say, question.project, question.text)}</details>
<input type="hidden" name="photosText" value="${question.text.version}">
${question.channels.map((channel) => tickBox(form, { name: `photos.${channel}`, label: say(`photo.${channel}`) }))}
</fieldset>`
}

/** The city's own words, else ours; paragraph by paragraph. */
export function consentWords(say: Say, { locales }: Pick<Project, 'locales'>, { own }: CurrentText): Html {
  return passage(say, own ?? { [say.locale]: say('consent.text-1') }, locales)
}
