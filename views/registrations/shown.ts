import type { Column } from '../../server/registrations/desk/columns.ts'
import type { Listed } from '../../server/registrations/desk/list.ts'
import { type Content, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { cellOf, cellText, type Place } from './cells.ts'

/** What a column says of somebody, on a page: a file is there to be opened. */
export function shown(say: Say, place: Place, column: Column, row: Listed): Content {
  const text = cellText(say, place, cellOf(say, place, column, row))
  const value = row.answers.find(({ questionId }) => questionId === column.asked?.question.id)?.value
  if (!value || !('file' in value)) return text
  return html`<a href="${paths.answerFile(place.project, place.meeting, { id: value.file })}" download>${text}</a>`
}
