import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Slot } from '../../db/schema.ts'
import { adjustSlot } from './adjust-slot.ts'
import type { Outcome, Seen } from './change-draft.ts'

/** Makes a slot so many minutes long; what follows goes along. */
export async function stretchSlot(
  db: Database,
  project: Project,
  meeting: Meeting,
  slot: Pick<Slot, 'id'>,
  minutes: number,
  by: Organiser,
  now: Temporal.Instant,
  seen: Seen = null,
): Promise<Outcome<undefined>> {
  return await adjustSlot(db, project, meeting, slot, by, now, seen, (_, { id }) => new Map([[id, { minutes }]]))
}
