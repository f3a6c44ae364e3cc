import type { Expected } from '../../server/door/queries.ts'
import type { Named } from '../../server/parties/queries.ts'
import { type Html, html } from '../html.ts'
import { partyNames } from '../parties/party.ts'
import { partySize } from '../parties/party-size.ts'
import type { FormState } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { doorAnswers } from './answers.ts'
import { contactButton } from './contact.ts'
import type { DoorView, Miscount } from './page.ts'
import { photoMark } from './photo-mark.ts'
import { headCount, presence } from './presence.ts'

/** One registration; whoever brings people along opens to their names. */
export function expectedRow(say: Say, view: DoorView, row: Expected, miscount: Miscount | null): Html {
  if (row.kind === 'person')
    return html`<li class="door-row"${code(row)}><div class="door-head">${head(say, view, row)}${presence(say, view, row, row)}</div>${contactButton(say, view, row)}${doorAnswers(say, view, row.answers)}</li>`
  const isOpen = view.glance.only === row.id || view.glance.search !== ''
  return html`<li class="door-row"${code(row)}><details${isOpen ? html` open` : null}><summary class="door-head">${head(say, view, row)}</summary>
<div class="door-head">${row.name} ${row.className === null ? null : photoMark(say, view.meeting.photoChannels, row.photos())} ${presence(say, view, row, row)}</div>
${companions(say, view, row, miscount?.registration.id === row.id ? miscount.form : null)}
${contactButton(say, view, row)}${doorAnswers(say, view, row.answers)}</details></li>`
}

function code({ code }: Expected): Html | null {
  return code === null ? null : html` data-code="${code}"`
}

function companions(say: Say, view: DoorView, row: Expected, form: FormState | null): Html {
  const marked = (one: Named) =>
    html`${photoMark(say, view.meeting.photoChannels, row.photos(one))} ${presence(say, view, row, one)}`
  return html`${partyNames(say, row, row.named, marked)}${headCount(say, view, row, form)}`
}

function head(say: Say, { project, meeting }: DoorView, row: Expected): Html {
  const { group, status, kind, className } = row
  return html`<strong class="door-name">${row.className ?? row.name ?? say('desk.forgotten')}</strong>
${kind === 'person' ? null : html`<span class="badge count">${partySize(say, row)}</span>`}
${status === 'confirmed' ? null : html`<span class="badge ${status}">${say(`desk.${status}`)}</span>`}
${className === null ? photoMark(say, meeting.photoChannels, row.photos()) : null}
<span class="hint">${group ? words(say, group.name, project.locales) : null}</span>`
}
