import type { Expected } from '../../server/door/queries.ts'
import { type Html, html } from '../html.ts'
import { partyNames } from '../parties/party.ts'
import { partySize } from '../parties/party-size.ts'
import { words } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { doorAnswers } from './answers.ts'
import type { DoorView } from './page.ts'
import { photoMark } from './photo-mark.ts'

/** One registration; whoever brings people along opens to their names. */
export function expectedRow(say: Say, view: DoorView, row: Expected): Html {
  if (row.kind === 'person')
    return html`<li class="door-row"><div class="door-head">${head(say, view, row)}</div>${doorAnswers(say, view, row.answers)}</li>`
  return html`<li class="door-row"><details><summary class="door-head">${head(say, view, row)}</summary>
${row.className === null ? null : html`<p>${row.name} ${photoMark(say, view.meeting.photoChannels, row.photos())}</p>`}
${partyNames(say, row, row.named, (one) => photoMark(say, view.meeting.photoChannels, row.photos(one)))}
${doorAnswers(say, view, row.answers)}</details></li>`
}

function head(say: Say, { project, meeting }: DoorView, row: Expected): Html {
  const { group, status, kind, className } = row
  return html`<strong class="door-name">${row.className ?? row.name ?? say('desk.forgotten')}</strong>
${kind === 'person' ? null : html`<span class="badge count">${partySize(say, row)}</span>`}
${status === 'confirmed' ? null : html`<span class="badge ${status}">${say(`desk.${status}`)}</span>`}
${className === null ? photoMark(say, meeting.photoChannels, row.photos()) : null}
<span class="hint">${group ? words(say, group.name, project.locales) : null}</span>`
}
