import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Slot } from '../../db/schema.ts'
import { notFound } from '../refusal.ts'
import { changeDraft, type Outcome, type Seen } from './change-draft.ts'
import type { DraftAgenda, SpokenSlot } from './queries.ts'
import { edited, type RowChange } from './rows.ts'

/** Columns to be given anew, by the slot's id. */
export type Adjustments = ReadonlyMap<string, Partial<Slot>>

/** Changes where or how long a slot is, and what follows from it for others. */
export async function adjustSlot(
  db: Database,
  project: Project,
  meeting: Meeting,
  { id }: Pick<Slot, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
  seen: Seen,
  adjust: (draft: DraftAgenda, slot: SpokenSlot) => Adjustments,
): Promise<Outcome<undefined>> {
  const plan = async (_: unknown, draft: DraftAgenda) => {
    const slot = draft.slots.find((one) => one.id === id) ?? notFound()
    return { result: undefined, changes: { about: id, title: slot.title, rows: rowsOf(draft, adjust(draft, slot)) } }
  }
  return await changeDraft(db, { project, meeting }, by, now, plan, { about: id, what: 'placement', seen })
}

export function rowsOf({ slots }: Pick<DraftAgenda, 'slots'>, adjustments: Adjustments): RowChange[] {
  return slots.flatMap((slot) => {
    const columns = adjustments.get(slot.id)
    return columns ? edited('slots', slot, columns) : []
  })
}
