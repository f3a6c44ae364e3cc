import { and, asc, count, desc, eq, gt, isNotNull, isNull, lte, ne, or, sql } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import type { Meeting, Reminder } from '../../db/schema.ts'
import { meetings, projects, registrations, reminders } from '../../db/schema.ts'

/** The earliest first: the one nearest to the meeting comes last. */
export async function remindersOf(db: Reads, { id }: Pick<Meeting, 'id'>): Promise<Reminder[]> {
  return await db.select().from(reminders).where(eq(reminders.meetingId, id)).orderBy(desc(reminders.hoursAhead))
}

export function dueAt({ startsAt }: Pick<Meeting, 'startsAt'>, { hoursAhead }: Pick<Reminder, 'hoursAhead'>) {
  return startsAt.subtract({ hours: hoursAhead })
}

/** Announced, still to come, and with a reminder whose time has come and which is not dealt with. */
export async function meetingsToRemindOf(db: Reads, now: Temporal.Instant): Promise<Pick<Meeting, 'id'>[]> {
  return await db
    .selectDistinct({ id: meetings.id })
    .from(reminders)
    .innerJoin(meetings, eq(meetings.id, reminders.meetingId))
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(and(eq(meetings.status, 'published'), isNull(projects.archivedAt), gt(meetings.startsAt, now), isDue(now)))
}

/** Of one meeting, the earliest first. */
export async function remindersDue(db: Reads, { id }: Pick<Meeting, 'id'>, now: Temporal.Instant): Promise<Reminder[]> {
  const rows = await db
    .select({ reminder: reminders })
    .from(reminders)
    .innerJoin(meetings, eq(meetings.id, reminders.meetingId))
    .where(and(eq(reminders.meetingId, id), isDue(now)))
    .orderBy(desc(reminders.hoursAhead))
  return rows.map(({ reminder }) => reminder)
}

const hour = 3_600_000

function isDue(now: Temporal.Instant) {
  const { doneFor, hoursAhead } = reminders
  const isOpen = or(isNull(doneFor), ne(doneFor, meetings.startsAt))
  return and(isOpen, lte(sql`${meetings.startsAt} - ${hoursAhead} * ${hour}`, now.epochMilliseconds))
}

/** Those with a sure place and an address, who have not just been told so. */
export async function peopleToRemind(db: Reads, meeting: Pick<Meeting, 'id'>, now: Temporal.Instant) {
  const { statusAt, arrival } = registrations
  return await db
    .select()
    .from(registrations)
    .where(and(isReachable(meeting), lte(statusAt, now.subtract(afterConfirming))))
    .orderBy(asc(arrival))
}

/** How many have a sure place and an address. */
export async function countReachable(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<number> {
  const [row] = await db.select({ people: count() }).from(registrations).where(isReachable(meeting))
  return row?.people ?? 0
}

function isReachable({ id }: Pick<Meeting, 'id'>) {
  const { meetingId, status, email } = registrations
  return and(eq(meetingId, id), eq(status, 'confirmed'), isNotNull(email))
}

const afterConfirming = { hours: 1 }
