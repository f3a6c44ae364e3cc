import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Slot } from '../../db/schema.ts'
import { type Adjustments, adjustSlot } from './adjust-slot.ts'
import type { Outcome, Seen } from './change-draft.ts'
import type { DraftAgenda } from './queries.ts'
import { timetable } from './timetable.ts'

/** A slot that has a time must not move from it any more. */
export async function pinSlot(
  db: Database,
  project: Project,
  meeting: Meeting,
  slot: Pick<Slot, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
  seen: Seen = null,
): Promise<Outcome<undefined>> {
  return await adjustSlot(db, project, meeting, slot, by, now, seen, pinned)
}

/** It goes with what precedes it again. */
export async function unpinSlot(
  db: Database,
  project: Project,
  meeting: Meeting,
  slot: Pick<Slot, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
  seen: Seen = null,
): Promise<Outcome<undefined>> {
  return await adjustSlot(db, project, meeting, slot, by, now, seen, (_, { id }) => new Map([[id, { pinnedAt: null }]]))
}

export function pinned<S extends DraftAgenda['slots'][number]>(
  { days, slots }: Pick<DraftAgenda, 'days'> & { slots: readonly S[] },
  { id }: S,
): Adjustments {
  const timed = timetable(days, slots).find((slot) => slot.id === id)
  return new Map(timed ? [[id, { pinnedAt: timed.startsAt }]] : [])
}
