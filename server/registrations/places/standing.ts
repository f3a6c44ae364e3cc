import { and, count, eq, inArray, min, sum } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import { type Given, preparedForAll } from '../../../db/prepared.ts'
import type { Meeting, Registration } from '../../../db/schema.ts'
import { groups, registrations, reservedPlaces } from '../../../db/schema.ts'
import { isWithPlace, type live } from '../queries.ts'
import { fits, freeFor, type Party, type Room } from './seats.ts'

/** How a meeting's places stand: how many each state has, and what follows. */
export type Standing = Record<(typeof live)[number], number> & {
  taken: number
  /** How many wait in line as one: persons, friends, classes. */
  parties: number
  /** The smallest party in line of each group: if it does not fit, nobody of that group does. */
  smallest: Party[]
  room: Room
}

type Row = Party & { status: Registration['status']; parties: number; smallest: number }

export async function standing(db: Reads, meeting: Pick<Meeting, 'id' | 'capacity'>): Promise<Standing> {
  return (await standings(db, [meeting]))(meeting)
}

/** The same for several meetings, in two reads. */
export async function standings(
  db: Reads,
  meetings: readonly Pick<Meeting, 'id'>[],
): Promise<(meeting: Pick<Meeting, 'id' | 'capacity'>) => Standing> {
  const ids = meetings.map(({ id }) => id)
  const [rows, kept] = [await rowsOf(db, ids), await reservedIn(db, ids)]
  const [byMeeting, keptByMeeting] = [Map.groupBy(rows, inMeeting), Map.groupBy(kept, inMeeting)]
  return ({ id, capacity }) => {
    const reserved = (keptByMeeting.get(id) ?? []).map(({ groupId, places }) => [groupId, places] as const)
    return standingFrom(byMeeting.get(id) ?? [], { capacity, reserved: new Map(reserved) })
  }
}

/** Whether somebody coming alone gets a place, of whichever group: nobody in line may fit before them. */
export function hasPlace(standing: Standing): boolean {
  return hasRoom(standing) && !standing.smallest.some((party) => fits(standing.room, party))
}

/** Whether they would have to wait as one of this group. */
export function waitsAlone({ room, smallest }: Standing, groupId: string): boolean {
  return freeFor(room, groupId) === 0 || smallest.some((party) => fits(room, party))
}

/** Whether a place is free that somebody could have, of whichever group. */
export function hasRoom({ room }: Standing): boolean {
  return [null, ...room.reserved.keys()].some((groupId) => freeFor(room, groupId) > 0)
}

async function rowsOf(db: Reads, meetingIds: string[]): Promise<(Row & { meetingId: string })[]> {
  const rows = await preparedForAll(db, meetingIds, seatsIn).execute()
  return rows.map((row) => ({ ...row, seats: Number(row.seats), smallest: row.smallest ?? 0 }))
}

function seatsIn(db: Reads, meetings: Given[]) {
  const { meetingId, status, groupId, seats } = registrations
  return db
    .select({ meetingId, status, groupId, seats: sum(seats), parties: count(), smallest: min(seats) })
    .from(registrations)
    .where(inArray(meetingId, meetings))
    .groupBy(meetingId, status, groupId)
}

async function reservedIn(db: Reads, meetingIds: string[]) {
  return await preparedForAll(db, meetingIds, keptForGroups).execute()
}

function keptForGroups(db: Reads, meetings: Given[]) {
  const { meetingId, groupId, places } = reservedPlaces
  return db
    .select({ meetingId, groupId, places })
    .from(reservedPlaces)
    .innerJoin(groups, and(eq(groups.id, groupId), eq(groups.retired, false)))
    .where(inArray(meetingId, meetings))
}

function standingFrom(rows: Row[], room: Omit<Room, 'taken'>): Standing {
  const seats = (status: Row['status']) => total(rows.filter((row) => row.status === status))
  const waiting = rows.filter((row) => row.status === 'waiting')
  const byGroup = Map.groupBy(rows.filter(isWithPlace), ({ groupId }) => groupId)
  return {
    ...{ confirmed: seats('confirmed'), offered: seats('offered'), invited: seats('invited'), held: seats('held') },
    ...{ requested: seats('requested'), waiting: seats('waiting'), taken: total(rows.filter(isWithPlace)) },
    parties: waiting.reduce((sum, { parties }) => sum + parties, 0),
    smallest: waiting.map(({ groupId, smallest }) => ({ groupId, seats: smallest })),
    room: { ...room, taken: new Map([...byGroup].map(([groupId, its]) => [groupId, total(its)])) },
  }
}

function total(rows: readonly Pick<Row, 'seats'>[]): number {
  return rows.reduce((sum, { seats }) => sum + seats, 0)
}

function inMeeting({ meetingId }: { meetingId: string }): string {
  return meetingId
}
