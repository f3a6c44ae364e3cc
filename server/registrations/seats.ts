import { and, count, eq, given, inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import type { Meeting, Registration } from '../../db/schema.ts'
import { registrations } from '../../db/schema.ts'
import { hasBegun } from '../meetings/status.ts'
import { firstWaiting } from './queries.ts'

/** How a meeting's places stand. An offered place is taken until its deadline. */
export type Standing = { confirmed: number; offered: number; waiting: number; taken: number }

/** Counted from the rows each time, never kept up and down. */
export async function standing(db: Reads, meeting: { id: string }): Promise<Standing> {
  return (await standings(db, [meeting]))(meeting)
}

/** The same for several meetings, in one read. */
export async function standings(
  db: Reads,
  meetings: readonly { id: string }[],
): Promise<(meeting: { id: string }) => Standing> {
  const ids = meetings.map(({ id }) => id)
  const rows = await db
    .select({ meetingId: registrations.meetingId, status: registrations.status, people: count() })
    .from(registrations)
    .where(inArray(registrations.meetingId, ids))
    .groupBy(registrations.meetingId, registrations.status)
  const byMeeting = Map.groupBy(rows, ({ meetingId }) => meetingId)
  return ({ id }) => standingFrom(byMeeting.get(id) ?? [])
}

type Room = Pick<Meeting, 'capacity' | 'startsAt'>

/**
 * A newcomer gets a place when one is free and nobody waits for it. Once the meeting has begun nothing is offered any
 * more, and whoever comes first has it.
 */
export function hasPlace(meeting: Room, { taken, waiting }: Standing, now: Temporal.Instant): boolean {
  return taken < meeting.capacity && (waiting === 0 || hasBegun(meeting, now))
}

/** The same, asked while writing: it reads at most as many rows as there are places, however many people wait. */
export async function placeIsFree(db: Reads, meeting: Room & { id: string }, now: Temporal.Instant): Promise<boolean> {
  if (!hasBegun(meeting, now) && (await firstWaiting(db, meeting, 1)).length > 0) return false
  const [row] = await prepared(db, takenPlaces).execute({ meeting: meeting.id })
  return (row?.taken ?? 0) < meeting.capacity
}

const takenPlaces = (db: Reads) =>
  db
    .select({ taken: count() })
    .from(registrations)
    .where(and(eq(registrations.meetingId, given('meeting')), inArray(registrations.status, ['confirmed', 'offered'])))

function standingFrom(rows: { status: Registration['status']; people: number }[]): Standing {
  const people = (status: Registration['status']) => rows.find((row) => row.status === status)?.people ?? 0
  const [confirmed, offered] = [people('confirmed'), people('offered')]
  return { confirmed, offered, waiting: people('waiting'), taken: confirmed + offered }
}
