import type { Meeting, PhotoChannel } from '../../../db/schema.ts'
import type { AskedQuestion } from '../../questions/queries.ts'
import type { OnAgenda } from '../../workshops/on-agenda.ts'
import type { Look } from './look.ts'

/** What a list can show beside a person's number and name: something we know, what they chose, or their answer to a question. */
export type Column =
  | { name: ColumnName; asked?: undefined; workshops?: undefined; channel?: undefined }
  | { name: `photo.${PhotoChannel}`; channel: PhotoChannel; asked?: undefined; workshops?: undefined }
  | { name: 'workshops'; workshops: OnAgenda[]; asked?: undefined; channel?: undefined }
  | { name: `answer.${string}`; asked: AskedQuestion; workshops?: undefined; channel?: undefined }
export type ColumnName = 'email' | 'group' | 'status' | 'kind' | 'seats' | 'age' | 'language' | 'since' | 'came'

/** Shown until the reader chooses; the rest is there to be chosen. */
const usual: readonly string[] = ['email', 'group', 'status', 'age', 'since']

/** The columns that say something about this meeting; `readable`: the questions whose answers the reader may see. */
export function columnsOf(
  { friendsMost, takesClasses, asksAge, photoChannels }: Meeting,
  readable: readonly AskedQuestion[],
  workshops: OnAgenda[],
): Column[] {
  const parties = friendsMost > 0 || takesClasses
  const names: (ColumnName | false)[] = [
    ...(['email', 'group', 'status'] as const),
    ...([parties && 'kind', parties && 'seats', asksAge && 'age'] as const),
    ...(['language', 'since', 'came'] as const),
  ]
  const known = names.filter((name) => name !== false).map((name) => ({ name }))
  const photos = photoChannels.map((channel) => ({ name: `photo.${channel}` as const, channel }))
  const chosen = workshops.length > 0 ? [{ name: 'workshops' as const, workshops }] : []
  return [
    ...known,
    ...chosen,
    ...photos,
    ...readable.map((asked) => ({ name: `answer.${asked.question.id}` as const, asked })),
  ]
}

export function chosenColumns(columns: readonly Column[], { columns: chosen }: Look): Column[] {
  const wanted = chosen ?? usual
  return columns.filter(({ name }) => wanted.includes(name))
}

/** Whoever chooses what is shown anyway has chosen nothing that an address needs to say. */
export function withoutTheUsual(look: Look, columns: readonly Column[]): Look {
  const [chosen, shownAnyway] = [chosenColumns(columns, look), chosenColumns(columns, { ...look, columns: null })]
  const isSame = chosen.length === shownAnyway.length && chosen.every((column) => shownAnyway.includes(column))
  return isSame ? { ...look, columns: null } : look
}
