import type { Database } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { changeDraft } from '../agenda/change-draft.ts'
import { removed } from '../agenda/rows.ts'
import type { Where } from './change-standing.ts'
import { type Part, partOf } from './parts.ts'

/** Out of the slot, from the draft on; whoever was told that they speak hears of it, once it has settled. */
export async function removeFromSlot(
  db: Database,
  { project, meeting }: Where,
  part: Part,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await changeDraft(db, { project, meeting }, by, now, async (tx) => {
    const found = await partOf(tx, meeting, part)
    const rows = found ? [removed('slotSpeakers', found.row)] : []
    return { result: undefined, changes: { about: part.slotId, title: found?.slot.title ?? {}, rows } }
  })
}
