import type { Meeting } from '../../db/schema.ts'
import type { AskedQuestion } from '../questions/queries.ts'
import type { Look } from './look.ts'

/** What a list can show beside a person's number and name: something we know, or their answer to a question. */
export type Column = { name: ColumnName; asked?: undefined } | { name: `answer.${string}`; asked: AskedQuestion }
export type ColumnName = 'email' | 'group' | 'status' | 'kind' | 'seats' | 'age' | 'language' | 'since'

/** Shown until the reader chooses; the rest is there to be chosen. */
const usual: readonly string[] = ['email', 'group', 'status', 'age', 'since']

/** The columns that say something about this meeting; `readable`: the questions whose answers the reader may see. */
export function columnsOf(
  { friendsMost, takesClasses, asksAge }: Meeting,
  readable: readonly AskedQuestion[],
): Column[] {
  const parties = friendsMost > 0 || takesClasses
  const names: (ColumnName | false)[] = [
    ...(['email', 'group', 'status'] as const),
    ...([parties && 'kind', parties && 'seats', asksAge && 'age'] as const),
    ...(['language', 'since'] as const),
  ]
  const known = names.filter((name) => name !== false).map((name) => ({ name }))
  return [...known, ...readable.map((asked) => ({ name: `answer.${asked.question.id}` as const, asked }))]
}

export function chosenColumns(columns: readonly Column[], { columns: chosen }: Look): Column[] {
  const wanted = chosen ?? usual
  return columns.filter(({ name }) => wanted.includes(name))
}
