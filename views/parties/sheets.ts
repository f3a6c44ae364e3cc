import type { CurrentText } from '../../server/consents/text.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import type { FormState } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import { hasEnded } from '../registrations/has-ended.ts'
import type { Say } from '../say.ts'
import { papersForm } from './papers-form.ts'
import { partyTitle } from './party.ts'
import type { PartyView } from './people.ts'
import { classSheet, pupilSheet } from './sheet.ts'

export type SheetsView = PartyView & {
  text: CurrentText
  /** A page each, or all on one list. */
  as: 'class' | 'each'
  /** Something has just been written down. */
  saved: boolean
}

export function sheetsPage(say: Say, view: SheetsView, form: FormState): Page {
  const { project, registration, token } = view
  return {
    say,
    title: say('sheets.title'),
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="sheets-page">
<div class="sheets-tools stack">
<p class="above"><a href="${paths.party(token)}">${partyTitle(say, registration)}</a></p>
<h1>${say('sheets.title')}</h1>
<p class="lead">${say('sheets.about')}</p>
${choice(say, view)}
</div>
<div class="sheets">${view.as === 'class' ? classSheet(say, view) : eachSheet(say, view)}</div>
${isWrittenDown(view) ? papersForm(say, view, form) : null}
</div>`,
  }
}

function choice(say: Say, view: SheetsView): Html {
  const { as, token } = view
  const link = (kind: SheetsView['as']) =>
    html`<a class="button quiet" href="${paths.sheets(token)}?as=${kind}"${kind === as ? html` aria-current="page"` : null}>${say(`sheets.as-${kind}`)}</a>`
  return html`<nav class="row" aria-label="${say('sheets.choice')}">${link('class')}${link('each')}
${isWrittenDown(view) ? html`<a class="button quiet" href="#papers">${say('sheets.to-papers')}</a>` : null}</nav>`
}

/** After the meeting too: papers come late, and a yes can be taken back. */
function isWrittenDown({ registration, named }: SheetsView): boolean {
  return !hasEnded(registration) && named.length > 0
}

function eachSheet(say: Say, view: SheetsView): Html {
  const blanks = Array.from({ length: view.unnamed }, () => '')
  return html`${[...view.named.map(({ name }) => name), ...blanks].map((name) => pupilSheet(say, view, name))}`
}
