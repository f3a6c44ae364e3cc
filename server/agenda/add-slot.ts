import { randomUUID } from 'node:crypto'
import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, type Slot, slots } from '../../db/schema.ts'
import { notFound } from '../refusal.ts'
import { changeDraft, type Plan } from './change-draft.ts'
import { positionAtEnd } from './position.ts'
import type { DraftAgenda } from './queries.ts'
import { added } from './rows.ts'
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
  const { done } = await changeDraft(db, { project, meeting }, by, now, async (tx, draft, fresh) =>
    newSlot(tx, draft, fresh, meeting, input),
  )
  return done ?? notFound()
}

/** What adds a slot to the draft; nothing, when the same form has done so before. */
export async function newSlot(
  tx: Tx,
  draft: DraftAgenda,
  project: Project,
  meeting: Pick<Meeting, 'id'>,
  input: SlotInput,
): Promise<Plan<Slot>> {
  const made = draft.slots.find(({ id }) => id === input.once)
  if (made) return { result: made, changes: { about: made.id, title: made.title, rows: [] } }
  if (input.once && (await isTaken(tx, input.once))) notFound()
  const slot: Slot = {
    ...unsaid,
    ...slotColumns(draft, input),
    id: input.once ?? randomUUID(),
    slug: await slugFor(tx, project, meeting, input),
    meetingId: meeting.id,
    position: positionAtEnd(draft.slots),
  }
  const rows = [added('slots', slot), ...(await setSpeakers(tx, project, slot, input.speakers))]
  return { result: slot, changes: { about: slot.id, title: slot.title, rows } }
}

const unsaid = { introducedBy: '', slidesWanted: false, slidesPublishedAt: null }

/** By a slot of another meeting. */
async function isTaken(tx: Tx, id: string): Promise<boolean> {
  return (await tx.select({ id: slots.id }).from(slots).where(eq(slots.id, id))).length > 0
}
