import type { Reads } from '../../db/open.ts'
import type { Meeting, Workshop } from '../../db/schema.ts'
import { releasedAgenda } from '../agenda/queries.ts'
import type { ReleasedSlot } from '../agenda/release.ts'
import { workshopsOf } from './queries.ts'

/** A workshop as the released agenda has it: only there does it have a time, and people who may choose it. */
export type OnAgenda = Pick<Workshop, 'slotId' | 'places'> & { slot: ReleasedSlot }

/** In the order of the agenda. */
export async function workshopsOnAgenda(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<OnAgenda[]> {
  const all = await workshopsOf(db, meeting)
  if (all.length === 0) return []
  return onAgenda(all, (await releasedAgenda(db, meeting))?.slots ?? [])
}

export function onAgenda(workshops: readonly Workshop[], slots: readonly ReleasedSlot[]): OnAgenda[] {
  return slots.flatMap((slot) =>
    workshops.filter(({ slotId }) => slotId === slot.id).map(({ slotId, places }) => ({ slotId, places, slot })),
  )
}
