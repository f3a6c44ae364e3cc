import type { Meeting, Project, Registration } from '../../db/schema.ts'
import type { Doubtful } from '../../server/parties/pasted-names.ts'
import type { Named } from '../../server/parties/queries.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { companionRow } from './companion-row.ts'
import { doubtsNotice } from './doubts.ts'
import { partyTitle } from './party.ts'
import { partySize } from './party-size.ts'
import { addForm, adultsForm, fewerForm, nameForm } from './people-forms.ts'

export type PartyView = {
  project: Project
  meeting: Meeting
  registration: Registration
  named: Named[]
  /** How many come along, and how many of them have no name yet. */
  companions: number
  unnamed: number
  /** How many more could. */
  spare: number
  /** Whether anything can be changed still. */
  open: boolean
  token: string
}

/** The form that was sent last, which comes back: `form` is its deed, or the id of somebody to be renamed. */
export type Sent = FormState & { form: string; doubts: Doubtful[] }

export function peoplePage(say: Say, view: PartyView, sent: Sent | null): Page {
  const { project, registration, token } = view
  return {
    say,
    title: partyTitle(say, registration),
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="register-page">
<p class="above"><a href="${paths.mine(token)}">${say('party.back')}</a></p>
<h1>${partyTitle(say, registration)}</h1>
${sent && problemSummary(say, sent)}
${list(say, view, sent)}
${view.open ? forms(say, view, sent) : html`<p class="notice">${say('party.closed')}</p>`}
</div>`,
  }
}

function list(say: Say, view: PartyView, sent: Sent | null): Html {
  const { project, meeting, registration, named, unnamed, token } = view
  return html`<section class="card stack" aria-label="${say('party.list')}">
<p class="lead"><strong>${partySize(say, registration)}</strong><br>
${words(say, meeting.title, project.locales)}</p>
${named.length > 0 ? html`<ol class="party-list">${named.map((one) => companionRow(say, view, one, sent?.form === one.id ? sent : null))}</ol>` : null}
${unnamed > 0 ? html`<p>${say('party.unnamed', { unnamed })}</p>` : null}
${registration.kind === 'class' && meeting.photoChannels.length > 0 ? html`<p><a class="button quiet" href="${paths.sheets(token)}">${say('sheets.link')}</a></p>` : null}
</section>`
}

function forms(say: Say, view: PartyView, sent: Sent | null): Html {
  const state = (form: string): FormState => (sent?.form === form ? sent : { typed: {}, problems: null })
  const doubts = (form: string, field: string) => (sent?.form === form ? doubtsNotice(say, sent.doubts, field) : null)
  return html`${view.unnamed > 0 ? nameForm(say, view, state('name'), doubts('name', 'names')) : null}
${addForm(say, view, state('add'), doubts('add', 'newNames'))}
${view.registration.kind === 'class' ? adultsForm(say, view, state('adults')) : null}
${view.unnamed > 0 ? fewerForm(say, view, state('fewer')) : null}`
}
