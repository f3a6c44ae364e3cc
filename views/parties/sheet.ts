import { consentWords } from '../consents/photo-choices.ts'
import { type Html, html } from '../html.ts'
import { plain, words } from '../parts/texts.ts'
import { placeText, whenText } from '../parts/when-and-where.ts'
import type { Say } from '../say.ts'
import type { SheetsView } from './sheets.ts'

/** All on one list, a line each; lines without a name are for those who have none here yet. */
export function classSheet(say: Say, view: SheetsView): Html {
  const { meeting, named, unnamed, registration } = view
  const names = [...named.map(({ name }) => name), ...Array.from({ length: unnamed }, () => '')]
  const heads = [...meeting.photoChannels.map((channel) => say(`photo.${channel}`)), say('sheets.guardian-signature')]
  return html`<article class="card sheet">
${about(say, view, registration.className ?? '')}
<div class="table-wrap" tabindex="0" role="region" aria-label="${say('sheets.title')}"><table class="table sheet-table">
<thead><tr><th scope="col">${say('sheets.pupil')}</th>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${names.map((name) => html`<tr><th scope="row">${name || html`<span class="unseen">${say('sheets.blank')}</span>`}</th>${meeting.photoChannels.map(() => html`<td>${answers(say)}</td>`)}<td class="sheet-sign"></td></tr>`)}</tbody>
</table></div>
</article>`
}

/** A page for one of them, to take home. */
export function pupilSheet(say: Say, view: SheetsView, name: string): Html {
  const { meeting, registration } = view
  return html`<article class="card sheet sheet-one">
${about(say, view, registration.className ?? '')}
${line(say('sheets.pupil'), name)}
<ul class="sheet-channels" role="list">${meeting.photoChannels.map((channel) => html`<li><span>${say(`photo.${channel}`)}</span> ${answers(say)}</li>`)}</ul>
${line(say('sheets.guardian'), '')}${line(say('sheets.signature'), '')}${line(say('sheets.date'), '')}
</article>`
}

function about(say: Say, { project, meeting, text }: SheetsView, className: string): Html {
  const place = placeText(say, project, meeting)
  return html`<h2>${say('sheets.heading', { title: plain(say, meeting.title, project.locales) })}</h2>
<p><strong>${whenText(say, meeting)}</strong>${place ? html`<br>${place}` : null}<br>
${words(say, project.title, project.locales)} · ${say('party.class', { name: className })}</p>
<div class="sheet-words">${consentWords(say, project, text)}</div>
<p>${say('sheets.free')}${project.contactEmail ? html` ${project.contactEmail}` : null}</p>`
}

function answers(say: Say): Html {
  return html`<span class="sheet-box">${say('sheets.yes')}</span> <span class="sheet-box">${say('sheets.no')}</span>`
}

function line(label: string, value: string): Html {
  return html`<p class="sheet-line"><span>${label}</span> <strong>${value}</strong></p>`
}
