import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, type Slot, slots } from '../../db/schema.ts'
import { changeDraft } from './change-draft.ts'

/** From the draft; the next release withdraws it from the public agenda. */
export async function removeSlot(
  db: Database,
  project: Project,
  meeting: Meeting,
  { id }: Pick<Slot, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await changeDraft(db, { project, meeting }, by, now, async (tx, draft) => {
    const slot = draft.slots.find((one) => one.id === id)
    if (!slot) return { result: undefined, what: null }
    await tx.delete(slots).where(eq(slots.id, id))
    return { result: undefined, what: slot.title }
  })
}
