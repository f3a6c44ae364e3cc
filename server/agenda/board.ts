import { randomUUID } from 'node:crypto'
import type { Reads } from '../../db/open.ts'
import type { Meeting } from '../../db/schema.ts'
import { type Change, draftChanges } from './draft-changes.ts'
import { type DraftAgenda, draftAgenda, releasedAgenda, type SpokenSlot } from './queries.ts'
import { planned, type Released } from './release.ts'
import { type SlotKind, slotKinds } from './session-types.ts'
import { type TimedSlot, timetable } from './timetable.ts'
import { type Warning, warningsOf } from './warnings.ts'

/** Everything that organisers have before them while they plan. */
export type Board = DraftAgenda & {
  timed: TimedSlot<SpokenSlot>[]
  tray: SpokenSlot[]
  warnings: Map<string, Warning<SpokenSlot>[]>
  /** What the public has not been told yet. */
  changes: Change[]
  released: Released | null
  kinds: SlotKind[]
  /** The id of the slot that the empty form would make. */
  once: string
}

export async function boardOf(db: Reads, meeting: Pick<Meeting, 'id' | 'projectId'>): Promise<Board> {
  const draft = await draftAgenda(db, meeting)
  const released = await releasedAgenda(db, meeting)
  const timed = timetable(draft.days, draft.slots)
  return {
    ...draft,
    timed,
    tray: draft.slots.filter(({ dayId }) => dayId === null),
    warnings: warningsOf(draft.days, timed),
    changes: draftChanges(released, planned(draft)),
    released,
    kinds: slotKinds,
    once: randomUUID(),
  }
}
