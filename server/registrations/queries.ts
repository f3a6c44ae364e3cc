import { and, count, eq, given, gt, inArray, isNotNull, lt, lte, max } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import type { Meeting, Project, Registration } from '../../db/schema.ts'
import { manageLinks, meetings, projects, registrations } from '../../db/schema.ts'
import { hashOf } from '../secrets.ts'

/** The states in which a registration counts: one per address and meeting. */
export const live = ['confirmed', 'offered', 'invited', 'held', 'requested', 'waiting'] as const

/** All others: nobody comes on them any more. */
export const ended = ['cancelled', 'lapsed', 'refused'] as const

export function isLive({ status }: Pick<Registration, 'status'>): boolean {
  return live.some((one) => one === status)
}

/** The states in which places are taken. */
export const withPlace = ['confirmed', 'offered', 'invited', 'held'] as const

export function isWithPlace({ status }: Pick<Registration, 'status'>): boolean {
  return withPlace.some((one) => one === status)
}

/** The states in which a place is kept until somebody says yes. */
export const kept = ['offered', 'invited', 'held'] as const

export async function registrationOf(
  db: Reads,
  meeting: { id: string },
  registrationId: string,
): Promise<Registration | null> {
  const [found] = await db
    .select()
    .from(registrations)
    .where(and(eq(registrations.meetingId, meeting.id), eq(registrations.id, registrationId)))
  return found ?? null
}

/** Everything one address ever had at a meeting, ended registrations too. */
export async function registrationsOfAddress(db: Reads, meeting: { id: string }, emailKey: string) {
  return await prepared(db, ofAddress).execute({ meeting: meeting.id, emailKey })
}

const ofAddress = (db: Reads) =>
  db
    .select()
    .from(registrations)
    .where(and(eq(registrations.meetingId, given('meeting')), eq(registrations.emailKey, given('emailKey'))))

export async function lastArrival(db: Reads, meeting: { id: string }): Promise<number> {
  const [row] = await prepared(db, latest).execute({ meeting: meeting.id })
  return Number(row?.last ?? 0)
}

const latest = (db: Reads) =>
  db
    .select({ last: max(registrations.arrival) })
    .from(registrations)
    .where(eq(registrations.meetingId, given('meeting')))

/** Above everything their calendar was sent before they left, so that it takes the new invitation (RFC 5546 2.1.5). */
export function nextSequence(earlier: readonly Pick<Registration, 'sequence'>[]): number {
  return Math.max(-1, ...earlier.map(({ sequence }) => sequence)) + 1
}

/** Place in the waiting list, from 1; null for whoever is not waiting. */
export async function queuePosition(db: Reads, registration: Registration): Promise<number | null> {
  if (registration.status !== 'waiting') return null
  const [row] = await db
    .select({ before: count() })
    .from(registrations)
    .where(
      and(
        eq(registrations.meetingId, registration.meetingId),
        eq(registrations.status, 'waiting'),
        lt(registrations.arrival, registration.arrival),
      ),
    )
  return (row?.before ?? 0) + 1
}

/** The line, from that arrival on, so many at a time. */
export async function waitingAfter(
  db: Reads,
  meeting: { id: string },
  arrival: number,
  most: number,
): Promise<Registration[]> {
  return await prepared(db, waiting).execute({ meeting: meeting.id, arrival, most })
}

const waiting = (db: Reads) =>
  db
    .select()
    .from(registrations)
    .where(
      and(
        eq(registrations.meetingId, given('meeting')),
        eq(registrations.status, 'waiting'),
        gt(registrations.arrival, given('arrival')),
      ),
    )
    .orderBy(registrations.arrival)
    .limit(given('most'))

export type Held = { project: Project; meeting: Meeting; registration: Registration }

/** What the holder of a manage link may see. */
export async function heldBy(db: Reads, token: string, now: Temporal.Instant): Promise<Held | null> {
  const [found] = await db
    .select({ project: projects, meeting: meetings, registration: registrations })
    .from(manageLinks)
    .innerJoin(registrations, eq(registrations.id, manageLinks.registrationId))
    .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(and(eq(manageLinks.tokenHash, hashOf(token)), gt(manageLinks.expiresAt, now)))
  return found ?? null
}

/** Meetings in which a kept place has run out; while one is postponed or called off, none does. */
export async function meetingsWithLapsed(db: Reads, now: Temporal.Instant) {
  return await db
    .selectDistinct({ project: projects, meeting: meetings })
    .from(registrations)
    .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(
      and(
        eq(meetings.status, 'published'),
        inArray(registrations.status, [...kept]),
        lte(registrations.heldUntil, now),
      ),
    )
}

export async function lapsedIn(db: Reads, meeting: { id: string }, now: Temporal.Instant): Promise<Registration[]> {
  return await db
    .select()
    .from(registrations)
    .where(
      and(
        eq(registrations.meetingId, meeting.id),
        inArray(registrations.status, [...kept]),
        lte(registrations.heldUntil, now),
      ),
    )
    .orderBy(registrations.arrival)
}

/** Everybody in a meeting whose place is kept until they, or a guardian, say yes. */
export async function keptIn(db: Reads, meeting: { id: string }): Promise<Registration[]> {
  return await db
    .select()
    .from(registrations)
    .where(and(eq(registrations.meetingId, meeting.id), inArray(registrations.status, [...kept])))
    .orderBy(registrations.arrival)
}

/** Meetings past their date whose people are still known by name. */
export async function meetingsWithNames(db: Reads, now: Temporal.Instant) {
  const { id, projectId, status, endsAt, cancelledAt, keepDays } = meetings
  return await db
    .selectDistinct({ id, projectId, status, endsAt, cancelledAt, keepDays })
    .from(meetings)
    .innerJoin(registrations, eq(registrations.meetingId, id))
    .where(and(lt(endsAt, now), isNotNull(registrations.name)))
}
