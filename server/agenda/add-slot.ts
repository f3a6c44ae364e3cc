import { randomUUID } from 'node:crypto'
import type { Database, Tx } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Slot } from '../../db/schema.ts'
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
