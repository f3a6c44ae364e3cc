import { eq } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import type { Day, Meeting } from '../../db/schema.ts'
import { days, slots } from '../../db/schema.ts'
import { inOrder, type MeetingDay } from './input.ts'
import { daysOf, pinnedSlotsOf } from './queries.ts'
import { type Move, shift, shiftDate } from './shift.ts'

type Moved = { day: Day; to: MeetingDay; zones: Zones }
type Zones = { fromZone: string; toZone: string }

/**
 * Makes the meeting's days the wanted ones. The first stays the first, whatever its date, and what is planned on it
 * stays there; what is planned on a day that goes returns to the tray.
 */
export async function setDays(tx: Tx, meeting: Meeting, wanted: readonly MeetingDay[], toZone: string): Promise<void> {
  const present = await daysOf(tx, meeting)
  const sorted = inOrder(wanted)
  const zones = { fromZone: meeting.zone, toZone }
  for (const day of present.slice(sorted.length)) await removeDay(tx, day)
  const moves = present.flatMap((day, i) => sorted.slice(i, i + 1).map((to) => ({ day, to, zones })))
  for (const move of withoutCollision(moves)) await moveDay(tx, move)
  for (const day of sorted.slice(present.length)) await tx.insert(days).values({ meetingId: meeting.id, ...day })
}

async function removeDay(tx: Tx, day: Day): Promise<void> {
  await tx.update(slots).set({ pinnedAt: null }).where(eq(slots.dayId, day.id))
  await tx.delete(days).where(eq(days.id, day.id))
}

async function moveDay(tx: Tx, { day, to, zones }: Moved): Promise<void> {
  if (isSame(day, to) && zones.fromZone === zones.toZone) return
  await tx.update(days).set(to).where(eq(days.id, day.id))
  const moved = pinShift(day, to, zones)
  for (const { id, pinnedAt } of await pinnedSlotsOf(tx, day)) {
    if (pinnedAt)
      await tx
        .update(slots)
        .set({ pinnedAt: moved(pinnedAt) })
        .where(eq(slots.id, id))
  }
}

/** A day moved as a whole takes its pins along; one that grew or shrank keeps them at their hour. */
function pinShift(day: Day, to: MeetingDay, zones: Zones) {
  const move: Move = { from: day.startsAt, to: to.startsAt, ...zones }
  return minutes(day) === minutes(to) ? shift(move) : shiftDate(move)
}

/** No two days may start at the same moment, not even halfway: those that move later go first, from the last one back. */
function withoutCollision(moves: readonly Moved[]): Moved[] {
  const later = moves.filter(({ day, to }) => Temporal.Instant.compare(to.startsAt, day.startsAt) > 0)
  return [...later.toReversed(), ...moves.filter((move) => !later.includes(move))]
}

function isSame(day: MeetingDay, to: MeetingDay): boolean {
  return day.startsAt.epochMilliseconds === to.startsAt.epochMilliseconds && minutes(day) === minutes(to)
}

function minutes({ startsAt, endsAt }: MeetingDay): number {
  return startsAt.until(endsAt).total('minutes')
}
