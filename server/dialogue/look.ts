import type { Reads } from '../../db/open.ts'
import type { Organiser, Project } from '../../db/schema.ts'
import { type Item, type ItemState, itemState, itemStates, todayIn } from './item.ts'
import { answerersOf, itemsOf } from './queries.ts'

/** How organisers look at the items; it lives in the address. `wall`: no meeting's, but the wall's. */
export type ItemLook = { state: ItemState | null; meeting: string; answerer: string }

export type ItemDesk = {
  project: Project
  look: ItemLook
  today: string
  items: (Item & { state: ItemState })[]
  /** How many there are in each state, however they are looked at. */
  counts: Record<ItemState, number>
  meetings: NonNullable<Item['meeting']>[]
  answerers: Organiser[]
}

export function itemLookOf(query: Record<string, unknown>): ItemLook {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].slice(0, 80) : '')
  const state = itemStates.find((one) => one === text('state')) ?? null
  return { state, meeting: text('meeting'), answerer: text('answerer') }
}

export async function itemDesk(db: Reads, project: Project, look: ItemLook, now: Temporal.Instant): Promise<ItemDesk> {
  const [all, today] = [await itemsOf(db, project), todayIn(project, now)]
  const states = Map.groupBy(all, (item) => itemState(item, today))
  const count = (state: ItemState) => [state, states.get(state)?.length ?? 0] as const
  const meetings = new Map(all.flatMap(({ meeting }) => (meeting ? [[meeting.id, meeting] as const] : [])))
  return {
    ...{ project, look, today, answerers: await answerersOf(db, project) },
    items: all.map((item) => ({ ...item, state: itemState(item, today) })).filter((item) => isWanted(item, look)),
    counts: Object.fromEntries(itemStates.map(count)) as Record<ItemState, number>,
    meetings: [...meetings.values()].toSorted((one, other) => one.number - other.number),
  }
}

/** Without a state chosen, what is hidden stays out of sight. */
function isWanted(item: ItemDesk['items'][number], { state, meeting, answerer }: ItemLook): boolean {
  if (state ? item.state !== state : item.state === 'hidden') return false
  if (meeting && meeting !== (item.meeting?.slug ?? 'wall')) return false
  return !answerer || answerer === (item.answerer?.id ?? 'nobody')
}
