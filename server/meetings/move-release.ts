import type { Tx } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { releasedAgenda } from '../agenda/queries.ts'
import type { ReleasedSlot } from '../agenda/release.ts'
import { release } from '../agenda/release-agenda.ts'
import { pinnedOf } from './queries.ts'
import type { DayMoves } from './set-days.ts'

type Where = { project: Project; meeting: Meeting }

/**
 * The released agenda goes where its days go, as a new release: nobody shall read the old times under the new date.
 * What is only drafted stays a draft; what stood on a day that is gone is withdrawn.
 */
export async function moveRelease(
  tx: Tx,
  { project, meeting }: Where,
  moves: DayMoves,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const previous = await releasedAgenda(tx, meeting)
  if (!previous) return
  const pinned = await pinnedOf(tx, meeting)
  const slots = previous.slots.flatMap((slot) => movedSlot(slot, moves, pinned.has(slot.id)))
  await release(tx, { project, meeting }, slots, by, now, { withDays: true })
}

function movedSlot(slot: ReleasedSlot, { before, moves }: DayMoves, isPinned: boolean): ReleasedSlot[] {
  const startsAt = Temporal.Instant.from(slot.startsAt)
  const its = before.findLast((day) => Temporal.Instant.compare(day.startsAt, startsAt) <= 0) ?? before[0]
  const move = moves.find(({ day }) => day === its)
  if (!move) return []
  const shifted = isPinned ? move.pinShifted : move.shifted
  const from = shifted(startsAt)
  // By its length, which the clock on the wall does not tell where an hour comes twice.
  const endsAt = from.add(startsAt.until(Temporal.Instant.from(slot.endsAt)))
  return [{ ...slot, startsAt: from.toString(), endsAt: endsAt.toString() }]
}
