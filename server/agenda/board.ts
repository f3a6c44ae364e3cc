import { randomUUID } from 'node:crypto'
import type { Localised } from '../../db/languages.ts'
import type { Reads } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { speakerNeeds } from '../speakers/needs.ts'
import { type Change, draftChanges } from './draft-changes.ts'
import { type DraftAgenda, draftAgenda, lastStep, releasedAgenda, type SpokenSlot } from './queries.ts'
import { planned, type Released } from './release.ts'
import { dayNow } from './running-late.ts'
import { type SlotKind, slotKinds } from './session-types.ts'
import { lastDone, lastUndone } from './steps.ts'
import { type TimedSlot, timetable } from './timetable.ts'
import { type Warning, warningsOf } from './warnings.ts'

/** Everything that organisers have before them while they plan. */
export type Board = DraftAgenda & {
  timed: TimedSlot<SpokenSlot>[]
  tray: SpokenSlot[]
  warnings: Map<string, Warning<SpokenSlot>[]>
  /** How many who speak are not confirmed yet. */
  unconfirmed: number
  /** What the public has not been told yet. */
  changes: Change[]
  released: Released | null
  kinds: SlotKind[]
  /** The id of the slot that the empty form would make. */
  once: string
  /** The number of the last step: sent along with every change, so that nothing newer is overwritten. */
  seen: number
  /** What undoing would take back, and what it would bring back to do again; null: nothing. */
  undo: Localised | null
  redo: Localised | null
  /** It is the day: what is still to come can be put off. */
  isToday: boolean
}

export async function boardOf(
  db: Reads,
  { locales }: Pick<Project, 'locales'>,
  meeting: Pick<Meeting, 'id' | 'projectId' | 'zone'>,
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<Board> {
  const draft = await draftAgenda(db, meeting)
  const released = await releasedAgenda(db, meeting)
  const timed = timetable(draft.days, draft.slots)
  return {
    ...draft,
    timed,
    tray: draft.slots.filter(({ dayId }) => dayId === null),
    warnings: warningsOf(draft.days, timed, locales),
    unconfirmed: speakerNeeds(draft.slots).unconfirmed,
    changes: draftChanges(released, planned(draft)),
    released,
    kinds: slotKinds,
    once: randomUUID(),
    isToday: released !== null && dayNow(draft.days, meeting.zone, now) !== null,
    seen: await lastStep(db, meeting),
    undo: (await lastDone(db, meeting, by))?.changes.title ?? null,
    redo: (await lastUndone(db, meeting, by))?.changes.title ?? null,
  }
}
