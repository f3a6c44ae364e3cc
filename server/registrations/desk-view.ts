import type { Reads } from '../../db/open.ts'
import type { Meeting, Role } from '../../db/schema.ts'
import type { AskedQuestion } from '../questions/queries.ts'
import { chosenColumns, columnsOf } from './columns.ts'
import { ageBands, kinds, type Look, lookOf, type Query, sorts, statuses } from './look.ts'
import { narrowing, permitted, readableQuestions } from './readable.ts'

/** A look at a meeting's list as somebody in that role may have it. */
export async function lookAt(db: Reads, meeting: Meeting, role: Role, query: Query) {
  const readable = await readableQuestions(db, meeting, role)
  const look = permitted(lookOf(query), readable)
  const columns = columnsOf(meeting, readable)
  return { look, columns, shown: chosenColumns(columns, look), choices: choicesIn(meeting, readable) }
}

export type LookedAt = Awaited<ReturnType<typeof lookAt>> & { look: Look }

function choicesIn({ friendsMost, takesClasses, asksAge }: Meeting, readable: readonly AskedQuestion[]) {
  return {
    statuses,
    sorts: sorts.filter((sort) => (sort === 'age' ? asksAge : sort !== 'seats' || friendsMost > 0 || takesClasses)),
    kinds: kinds.filter((kind) => (friendsMost > 0 || takesClasses) && offered(kind, friendsMost > 0, takesClasses)),
    ages: asksAge ? ageBands : [],
    questions: narrowing(readable),
  }
}

function offered(kind: (typeof kinds)[number], friends: boolean, classes: boolean): boolean {
  if (kind === 'person') return true
  return kind === 'friends' ? friends : classes
}
