import { isDeepStrictEqual } from 'node:util'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, type Slot, slots } from '../../db/schema.ts'
import { notFound } from '../refusal.ts'
import { changeDraft } from './change-draft.ts'
import { positionAtEnd } from './position.ts'
import type { SpokenSlot } from './queries.ts'
import { setSpeakers } from './set-speakers.ts'
import { type SlotInput, slotColumns } from './slot-input.ts'

/** Changes what a slot is; on another day it comes last there. Its address stays, whatever its title. */
export async function editSlot(
  db: Database,
  project: Project,
  meeting: Meeting,
  { id }: Pick<Slot, 'id'>,
  input: SlotInput,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Slot> {
  return await changeDraft(db, { project, meeting }, by, now, async (tx, draft) => {
    const before = draft.slots.find((slot) => slot.id === id) ?? notFound()
    if (isSame(before, input)) return { result: before, what: null }
    const position = before.dayId === input.dayId ? before.position : positionAtEnd(draft.slots)
    const columns = { ...slotColumns(draft, input), position }
    const [after = notFound()] = await tx.update(slots).set(columns).where(eq(slots.id, id)).returning()
    await setSpeakers(tx, project, after, input.speakers)
    return { result: after, what: after.title }
  })
}

function isSame(slot: SpokenSlot, input: SlotInput): boolean {
  const given = { ...input, speakers: [...new Set(input.speakers)] }
  const known = { ...slot, speakers: slot.speakers.map(({ name }) => name) }
  return isDeepStrictEqual(
    { ...known, ...given, pinnedAt: String(given.pinnedAt) },
    { ...known, pinnedAt: String(slot.pinnedAt) },
  )
}
