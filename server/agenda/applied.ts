import type { DraftAgenda, Speaking, SpokenSlot } from './queries.ts'
import { asRow, type RowChange } from './rows.ts'

/** The draft with these changes made, in memory alone. `people`: those whom it does not know itself, by id. */
export function applied(
  draft: DraftAgenda,
  changes: readonly RowChange[],
  people: ReadonlyMap<string, Speaking> = new Map(),
): DraftAgenda {
  const of = (table: RowChange['table']) => changes.filter((change) => change.table === table)
  const rooms = patched(draft.rooms, of('rooms'))
  const slots = patched<SpokenSlot>(draft.slots, of('slots'), { speakers: [] })
  const known = new Map([
    ...people,
    ...draft.slots.flatMap((slot) => slot.speakers.map((one) => [one.id, one] as const)),
  ])
  const speaking = Map.groupBy(of('slotSpeakers'), ({ key: [slotId] }) => slotId)
  return { ...draft, rooms, slots: slots.map((slot) => spoken(slot, speaking.get(slot.id) ?? [], known)) }
}

function patched<R extends { id: string }>(rows: readonly R[], changes: readonly RowChange[], further = {}): R[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const { table, key, before, after } of changes) {
    const [id = ''] = key
    if (!after) byId.delete(id)
    else byId.set(id, { ...(before ? byId.get(id) : further), ...asRow(table, after) } as R)
  }
  return [...byId.values()]
}

function spoken(slot: SpokenSlot, changes: readonly RowChange[], known: ReadonlyMap<string, Speaking>): SpokenSlot {
  if (changes.length === 0) return slot
  const speakers = new Map(slot.speakers.map((one) => [one.id, one]))
  for (const { key, after } of changes) {
    const id = key[1] ?? ''
    const person = known.get(id)
    if (!after) speakers.delete(id)
    else if (person) speakers.set(id, person)
  }
  return { ...slot, speakers: [...speakers.values()] }
}
