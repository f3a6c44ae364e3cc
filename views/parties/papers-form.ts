import { consentWords } from '../consents/photo-choices.ts'
import { type Html, html } from '../html.ts'
import { type FormState, tickBox } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { SheetsView } from './sheets.ts'

/** What came back on paper, a line each. */
export function papersForm(say: Say, view: SheetsView, form: FormState): Html {
  const { project, meeting, named, token, text } = view
  return html`<form class="card stack papers" id="papers" method="post" action="${paths.sheets(token)}">
<h2>${say('sheets.back-title')}</h2>
${view.saved ? html`<p class="notice" role="status">${say('sheets.saved')}</p>` : null}
<p>${say('sheets.back-about')}</p>
<details class="fold"><summary>${say('sheets.words')}</summary>${consentWords(say, project, text)}</details>
<input type="hidden" name="photosText" value="${text.version}">
${named.map(({ id, name }) => {
  const field = `papers.${id}`
  return html`<fieldset class="paper"><legend>${name}</legend>
<input type="hidden" name="${field}.was" value="${form.typed[`${field}.was`] ?? ''}">
${tickBox(form, { name: `${field}.back`, label: say('sheets.back') })}
${meeting.photoChannels.map((channel) => tickBox(form, { name: `${field}.${channel}`, label: say(`photo.${channel}`) }))}
</fieldset>`
})}
<button class="button">${say('sheets.save')}</button>
</form>`
}
