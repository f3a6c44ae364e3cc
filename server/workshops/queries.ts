import { and, asc, eq, given, inArray, max, sql } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import {
  type Registration,
  registrations,
  type Workshop,
  type WorkshopChoice,
  workshopChoices,
  workshops,
} from '../../db/schema.ts'

type OfMeeting = { id: string }

/** Somebody's choice of a workshop that still counts: they take part, or wait for it. */
export type Choice = Omit<WorkshopChoice, 'registrationId'> & { registration: Registration }

export const counting = ['in', 'waiting'] as const

/** The slots one signs up for by themselves, whatever became of them in the agenda. */
export async function workshopsOf(db: Reads, meeting: OfMeeting): Promise<Workshop[]> {
  return await prepared(db, ofOneMeeting).execute({ meeting: meeting.id })
}

const ofOneMeeting = (db: Reads) =>
  db
    .select()
    .from(workshops)
    .where(eq(workshops.meetingId, given('meeting')))
    .orderBy(asc(workshops.slotId))

/** Everybody who takes part in any of them or waits, in the order in which they came to each. */
export async function choicesAt(db: Reads, meeting: OfMeeting): Promise<Choice[]> {
  const rows = await db
    .select({ choice: workshopChoices, registration: registrations })
    .from(workshopChoices)
    .innerJoin(workshops, eq(workshops.slotId, workshopChoices.slotId))
    .innerJoin(registrations, eq(registrations.id, workshopChoices.registrationId))
    .where(and(eq(workshops.meetingId, meeting.id), inArray(workshopChoices.status, [...counting])))
    .orderBy(asc(workshopChoices.arrival))
  return rows.map(({ choice, registration }) => ({ ...choice, registration }))
}

/** Who chose what, by the registration's id; at most some hundreds of people at once, a statement takes only so many values. */
export async function choicesByRegistration(
  db: Reads,
  people: readonly { id: string }[],
): Promise<Map<string, Pick<WorkshopChoice, 'slotId' | 'status'>[]>> {
  const ids = people.map(({ id }) => id)
  const { registrationId, slotId, status } = workshopChoices
  const rows = await db
    .select({ registrationId, slotId, status })
    .from(workshopChoices)
    .where(and(inArray(registrationId, ids), inArray(status, [...counting])))
  return Map.groupBy(rows, (row) => row.registrationId)
}

export async function choiceOf(
  db: Reads,
  registration: { id: string },
  slotId: string,
): Promise<WorkshopChoice | null> {
  const { registrationId, status } = workshopChoices
  const [found] = await db
    .select()
    .from(workshopChoices)
    .where(and(eq(registrationId, registration.id), eq(workshopChoices.slotId, slotId), inArray(status, [...counting])))
  return found ?? null
}

export async function lastArrivalAt(db: Reads, { slotId }: Pick<Workshop, 'slotId'>): Promise<number> {
  const [row] = await db
    .select({ last: max(workshopChoices.arrival) })
    .from(workshopChoices)
    .where(eq(workshopChoices.slotId, slotId))
  return Number(row?.last ?? 0)
}

/** How many take part in each workshop of a meeting, and wait for it, by the slot's id. */
export async function seatsChosen(
  db: Reads,
  meeting: OfMeeting,
): Promise<Map<string, { in: number; waiting: number }>> {
  const { slotId, status } = workshopChoices
  const rows = await db
    .select({ slotId, status, seats: sql<number>`sum(${registrations.seats})` })
    .from(workshopChoices)
    .innerJoin(workshops, eq(workshops.slotId, slotId))
    .innerJoin(registrations, eq(registrations.id, workshopChoices.registrationId))
    .where(and(eq(workshops.meetingId, meeting.id), inArray(status, [...counting])))
    .groupBy(slotId, status)
  const seats = (its: typeof rows, of: 'in' | 'waiting') => Number(its.find((row) => row.status === of)?.seats ?? 0)
  const bySlot = Map.groupBy(rows, (row) => row.slotId)
  return new Map([...bySlot].map(([id, its]) => [id, { in: seats(its, 'in'), waiting: seats(its, 'waiting') }]))
}
