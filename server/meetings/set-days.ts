import { eq } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import type { Day, Meeting } from '../../db/schema.ts'
import { days, slots } from '../../db/schema.ts'
import { inOrder, type MeetingDay } from './input.ts'
import { daysOf, pinnedSlotsOf } from './queries.ts'
import { type Move, shift, shiftDate } from './shift.ts'

/** A day that goes elsewhere: how what follows its start goes along, and how its pins do. */
export type DayMove = { day: Day; to: MeetingDay; shifted: Shifted; pinShifted: Shifted }
export type DayMoves = { before: Day[]; moves: DayMove[] }
type Shifted = (at: Temporal.Instant) => Temporal.Instant

/**
 * Makes the meeting's days the wanted ones. The first stays the first, whatever its date, and what is planned on it
 * stays there; what is planned on a day that goes returns to the tray.
 */
export async function setDays(
  tx: Tx,
  meeting: Meeting,
  wanted: readonly MeetingDay[],
  toZone: string,
): Promise<DayMoves> {
  const present = await daysOf(tx, meeting)
  const sorted = inOrder(wanted)
  for (const day of present.slice(sorted.length)) await removeDay(tx, day)
  const moves = present.flatMap((day, i) => sorted.slice(i, i + 1).map((to) => moveOf(day, to, meeting.zone, toZone)))
  for (const move of withoutCollision(moves)) await moveDay(tx, move)
  for (const day of sorted.slice(present.length)) await tx.insert(days).values({ meetingId: meeting.id, ...day })
  return { before: present, moves }
}

async function removeDay(tx: Tx, day: Day): Promise<void> {
  await tx.update(slots).set({ pinnedAt: null }).where(eq(slots.dayId, day.id))
  await tx.delete(days).where(eq(days.id, day.id))
}

/** A day moved as a whole takes its pins along; one that grew or shrank keeps them at their hour. */
function moveOf(day: Day, to: MeetingDay, fromZone: string, toZone: string): DayMove {
  const move: Move = { from: day.startsAt, to: to.startsAt, fromZone, toZone }
  const isWhole = minutes(day) === minutes(to)
  return { day, to, shifted: shift(move), pinShifted: isWhole ? shift(move) : shiftDate(move) }
}

async function moveDay(tx: Tx, { day, to, pinShifted }: DayMove): Promise<void> {
  await tx.update(days).set(to).where(eq(days.id, day.id))
  for (const { id, pinnedAt } of await pinnedSlotsOf(tx, day)) {
    if (pinnedAt)
      await tx
        .update(slots)
        .set({ pinnedAt: pinShifted(pinnedAt) })
        .where(eq(slots.id, id))
  }
}

/** No two days may start at the same moment, not even halfway: those that move later go first, from the last one back. */
function withoutCollision(moves: readonly DayMove[]): DayMove[] {
  const later = moves.filter(({ day, to }) => Temporal.Instant.compare(to.startsAt, day.startsAt) > 0)
  return [...later.toReversed(), ...moves.filter((move) => !later.includes(move))]
}

function minutes({ startsAt, endsAt }: MeetingDay): number {
  return startsAt.until(endsAt).total('minutes')
}
