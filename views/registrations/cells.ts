import type { Meeting, PhotoChannel, Project } from '../../db/schema.ts'
import type { AskedQuestion } from '../../server/questions/queries.ts'
import type { Column } from '../../server/registrations/desk/columns.ts'
import type { Listed } from '../../server/registrations/desk/list.ts'
import type { OnAgenda } from '../../server/workshops/on-agenda.ts'
import { plain } from '../parts/texts.ts'
import { answerText, isReworded } from '../questions/answer-text.ts'
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

export function headOf(say: Say, { project }: Pick<Place, 'project'>, { name, asked, channel }: Column): string {
  if (asked) return plain(say, asked.wording.label, project.locales)
  return channel ? say(`desk.photo-${channel}`) : say(`desk.${name}`)
}

export function cellOf(say: Say, { project }: Pick<Place, 'project'>, column: Column, row: Listed): Cell {
  const { name, asked, workshops, channel } = column
  if (asked) return answerCell(say, project, asked, row)
  if (workshops) return workshopsCell(say, project, workshops, row)
  if (channel) return photoCell(say, channel, row)
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
    case 'came':
      return row.came ? say('desk.came-yes') : null
  }
}

/** In the order of the agenda. */
function workshopsCell(
  say: Say,
  { locales }: Project,
  workshops: readonly OnAgenda[],
  { workshops: chosen }: Listed,
): Cell {
  const named = workshops.flatMap(({ slotId, slot }) => {
    const choice = chosen.find((one) => one.slotId === slotId)
    if (!choice) return []
    const title = plain(say, slot.title, locales)
    return choice.status === 'waiting' ? say('workshops.mine-waiting', { title }) : title
  })
  return named.join(' · ') || null
}

function photoCell(say: Say, channel: PhotoChannel, { photos }: Listed): Cell {
  const standing = photos?.[channel] ?? 'unasked'
  return typeof standing === 'string' ? say(`consent.${standing}`) : say('desk.photo-some', standing)
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
  if (isReworded(put, wording)) return inOtherWords(say, locales, put, answerText(say, locales, put, value))
  if ('number' in value) return value.number
  return 'date' in value ? Temporal.PlainDate.from(value.date) : answerText(say, locales, put, value)
}

/** Under the words it is put in now it would answer something else. */
function inOtherWords(say: Say, order: Project['locales'], put: AskedQuestion['wording'], answer: string): string {
  return `${answer} ${say('questions.in-other-words', { asked: plain(say, put.label, order) })}`
}
