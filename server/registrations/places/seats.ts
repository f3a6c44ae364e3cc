import { and, eq, given, inArray, sum } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import { prepared } from '../../../db/prepared.ts'
import type { Meeting, Registration } from '../../../db/schema.ts'
import { groups, registrations, reservedPlaces } from '../../../db/schema.ts'
import { withPlace } from '../queries.ts'

/** What somebody takes or would take: so many places, as one of a group. */
export type Party = Pick<Registration, 'groupId' | 'seats'>

/** A meeting's places: how many there are, how many are kept for which group, and how many each group has. */
export type Room = {
  capacity: number
  reserved: ReadonlyMap<string, number>
  taken: ReadonlyMap<string | null, number>
}

/** A party comes together or not at all. */
export function fits(room: Room, { groupId, seats }: Party): boolean {
  return seats <= freeFor(room, groupId)
}

/** The places that somebody of this group could have: those kept for it, and what is left of the shared ones. */
export function freeFor({ capacity, reserved, taken }: Room, groupId: string | null): number {
  const kept = (id: string | null) => (id === null ? 0 : (reserved.get(id) ?? 0))
  const shared = capacity - total(reserved.values())
  const overflow = total([...taken].map(([id, seats]) => Math.max(0, seats - kept(id))))
  const own = Math.max(0, kept(groupId) - (taken.get(groupId) ?? 0))
  return Math.max(0, Math.min(capacity - total(taken.values()), own + Math.max(0, shared - overflow)))
}

/** Free places, whoever may have them. */
export function freeIn({ capacity, taken }: Room): number {
  return Math.max(0, capacity - total(taken.values()))
}

/** The room once they are in; with negative seats, once they are gone. */
export function withParty(room: Room, { groupId, seats }: Party): Room {
  return { ...room, taken: new Map(room.taken).set(groupId, (room.taken.get(groupId) ?? 0) + seats) }
}

/** Counted from the rows each time, never kept up and down: an offered, invited or held place is taken. */
export async function roomOf(db: Reads, meeting: Pick<Meeting, 'id' | 'capacity'>): Promise<Room> {
  const rows = await prepared(db, takenByGroup).execute({ meeting: meeting.id })
  const taken = [...Map.groupBy(rows, ({ groupId }) => groupId)].map(
    ([groupId, its]) => [groupId, total(its.map(({ seats }) => Number(seats)))] as const,
  )
  const reserved = await prepared(db, reservations).execute({ meeting: meeting.id })
  return {
    capacity: meeting.capacity,
    reserved: new Map(reserved.map(({ groupId, places }) => [groupId, places])),
    taken: new Map(taken),
  }
}

/** Whether places are kept for groups. */
export async function keepsPlaces(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<boolean> {
  return (await prepared(db, reservations).execute({ meeting: meeting.id })).length > 0
}

const takenByGroup = (db: Reads) =>
  db
    .select({ groupId: registrations.groupId, seats: sum(registrations.seats) })
    .from(registrations)
    .where(and(eq(registrations.meetingId, given('meeting')), inArray(registrations.status, [...withPlace])))
    .groupBy(registrations.status, registrations.groupId)

/** Nobody can choose a retired group any more: nothing is kept for it. */
const reservations = (db: Reads) =>
  db
    .select({ groupId: reservedPlaces.groupId, places: reservedPlaces.places })
    .from(reservedPlaces)
    .innerJoin(groups, and(eq(groups.id, reservedPlaces.groupId), eq(groups.retired, false)))
    .where(eq(reservedPlaces.meetingId, given('meeting')))

function total(numbers: Iterable<number>): number {
  return [...numbers].reduce((sum, number) => sum + number, 0)
}
