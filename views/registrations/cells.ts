import type { Meeting, Project } from '../../db/schema.ts'
import type { AskedQuestion } from '../../server/questions/queries.ts'
import type { Column } from '../../server/registrations/columns.ts'
import type { Listed } from '../../server/registrations/list.ts'
import { plain } from '../parts/texts.ts'
import { answerText } from '../questions/answer-text.ts'
import type { Say } from '../say.ts'
import { date, languageNames, stamp } from '../when.ts'

/** What a column says of somebody, as plain as a spreadsheet wants it. */
export type Cell = string | number | Temporal.Instant | Temporal.PlainDate | null

export type Place = { project: Project; meeting: Meeting }

/** The same as readers of a page see it. */
export function cellText(say: Say, { meeting }: Place, cell: Cell): string | number | null {
  if (cell instanceof Temporal.Instant) return stamp(cell, meeting.zone, say.locale)
  return cell instanceof Temporal.PlainDate ? date(cell.toString(), say.locale) : cell
}

export function headOf(say: Say, { project }: Pick<Place, 'project'>, { name, asked }: Column): string {
  return asked ? plain(say, asked.wording.label, project.locales) : say(`desk.${name}`)
}

export function cellOf(say: Say, { project }: Pick<Place, 'project'>, { name, asked }: Column, row: Listed): Cell {
  if (asked) return answerCell(say, project, asked, row)
  const { email, status, kind, seats, ageBand, locale, createdAt } = row.registration
  switch (name) {
    case 'email':
      return email
    case 'group':
      return row.group && plain(say, row.group.name, project.locales)
    case 'status':
      return say(`desk.${status}`)
    case 'kind':
      return say(`desk.kind-${kind}`)
    case 'seats':
      return seats
    case 'age':
      return ageBand && say(`desk.age-${ageBand}`)
    case 'language':
      return languageNames[locale]
    case 'since':
      return createdAt
  }
}

/** In the words the question was put in then; a number and a date stay what they are. */
function answerCell(
  say: Say,
  { locales }: Project,
  { question, wordings, wording }: AskedQuestion,
  { answers }: Listed,
): Cell {
  const answer = answers.find(({ questionId }) => questionId === question.id)
  if (!answer) return null
  const put = wordings.find(({ id }) => id === answer.wordingId) ?? wording
  const { value } = answer
  if ('number' in value) return value.number
  return 'date' in value ? Temporal.PlainDate.from(value.date) : answerText(say, locales, put, value)
}
