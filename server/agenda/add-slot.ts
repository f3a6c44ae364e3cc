import type { Database } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, type Slot, slots } from '../../db/schema.ts'
import { notFound } from '../refusal.ts'
import { changeDraft } from './change-draft.ts'
import { positionAtEnd } from './position.ts'
import { setSpeakers } from './set-speakers.ts'
import { type SlotInput, slotColumns } from './slot-input.ts'
import { slugFor } from './slot-slug.ts'

/** A new slot at the end of its day, or of the tray. */
export async function addSlot(
  db: Database,
  project: Project,
  meeting: Meeting,
  input: SlotInput,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Slot> {
  return await changeDraft(db, { project, meeting }, by, now, async (tx, draft, fresh) => {
    const made = draft.slots.find(({ id }) => id === input.once)
    if (made) return { result: made, what: null }
    const slug = await slugFor(tx, fresh, meeting, input)
    const row = {
      ...slotColumns(draft, input),
      id: input.once,
      slug,
      meetingId: meeting.id,
      position: positionAtEnd(draft.slots),
    }
    const [slot = notFound()] = await tx.insert(slots).values(row).onConflictDoNothing().returning()
    await setSpeakers(tx, project, slot, input.speakers)
    return { result: slot, what: slot.title }
  })
}
