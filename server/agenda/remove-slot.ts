import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import {
  type Meeting,
  type Organiser,
  type Project,
  type Slot,
  slides,
  slotSpeakers,
  stories,
} from '../../db/schema.ts'
import { changeDraft, type Outcome, type Seen } from './change-draft.ts'
import type { SpokenSlot } from './queries.ts'
import { edited, type RowChange, removed } from './rows.ts'

/** From the draft; the next release withdraws it from the public agenda. */
export async function removeSlot(
  db: Database,
  project: Project,
  meeting: Meeting,
  { id }: Pick<Slot, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
  seen: Seen = null,
): Promise<Outcome<undefined>> {
  const concern = { about: id, what: 'anything', seen } as const
  return await changeDraft(
    db,
    { project, meeting },
    by,
    now,
    async (tx, draft) => {
      const slot = draft.slots.find((one) => one.id === id)
      const rows = slot ? await withItsOwn(tx, slot) : []
      return { result: undefined, changes: { about: id, title: slot?.title ?? {}, rows } }
    },
    concern,
  )
}

/** What belongs to it goes along, so that undoing brings it back. The slides' files stay where they are. */
async function withItsOwn(tx: Tx, { speakers, ...slot }: SpokenSlot): Promise<RowChange[]> {
  const speaking = await tx.select().from(slotSpeakers).where(eq(slotSpeakers.slotId, slot.id))
  const handedIn = await tx.select().from(slides).where(eq(slides.slotId, slot.id))
  const told = await tx.select().from(stories).where(eq(stories.slotId, slot.id))
  return [
    removed('slots', slot),
    ...speaking.map((row) => removed('slotSpeakers', row)),
    ...handedIn.map((row) => removed('slides', row)),
    ...told.flatMap((row) => edited('stories', row, { slotId: null })),
  ]
}
