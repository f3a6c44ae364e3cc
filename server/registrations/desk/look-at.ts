import type { Reads } from '../../../db/open.ts'
import type { Meeting, Role } from '../../../db/schema.ts'
import { countCame } from '../../check-ins/queries.ts'
import { mayRead } from '../../questions/may-read.ts'
import { type AskedQuestion, questionsOf } from '../../questions/queries.ts'
import { type OnAgenda, workshopsOnAgenda } from '../../workshops/on-agenda.ts'
import { chosenColumns, columnsOf, withoutTheUsual } from './columns.ts'
import { ageBands, kinds, lookOf, type Query, sorts, statuses } from './look.ts'
import { narrowing, permitted } from './readable.ts'

/** A look at a meeting's list as somebody in that role may have it. */
export async function lookAt(db: Reads, meeting: Meeting, role: Role, query: Query) {
  const [questions, workshops, came] = await Promise.all([
    questionsOf(db, meeting),
    workshopsOnAgenda(db, meeting),
    countCame(db, meeting),
  ])
  const readable = questions.filter(({ question }) => mayRead(role, question))
  const columns = columnsOf(meeting, readable, workshops).filter(({ name }) => name !== 'came' || came > 0)
  const look = withoutTheUsual(permitted(lookOf(query), readable), columns)
  const isAsking = questions.length > 0
  return {
    look,
    columns,
    shown: chosenColumns(columns, look),
    choices: { ...choicesIn(meeting, readable, workshops), came: came > 0 ? (['yes', 'no'] as const) : [] },
    isAsking,
  }
}

function choicesIn(
  { friendsMost, takesClasses, asksAge, photoChannels }: Meeting,
  readable: readonly AskedQuestion[],
  workshops: OnAgenda[],
) {
  return {
    statuses,
    sorts: sorts.filter((sort) => (sort === 'age' ? asksAge : sort !== 'seats' || friendsMost > 0 || takesClasses)),
    kinds: kinds.filter((kind) => (friendsMost > 0 || takesClasses) && offered(kind, friendsMost > 0, takesClasses)),
    ages: asksAge ? ageBands : [],
    photos: photoChannels,
    workshops,
    questions: narrowing(readable),
  }
}

function offered(kind: (typeof kinds)[number], friends: boolean, classes: boolean): boolean {
  if (kind === 'person') return true
  return kind === 'friends' ? friends : classes
}
