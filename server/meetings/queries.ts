import { and, count, eq, getTableColumns, given, inArray, isNotNull, isNull, max, ne } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import type { Day, Meeting, Project, Slot } from '../../db/schema.ts'
import {
  days,
  letters,
  meetings,
  projects,
  registrations,
  rooms,
  slotSpeakers,
  slots,
  speakers,
} from '../../db/schema.ts'
import { live } from '../registrations/queries.ts'
import { isOver } from './status.ts'

export type Found = { project: Project; meeting: Meeting }

/** A meeting that the public may see: not a draft, and of a published project. */
export async function publicMeeting(db: Reads, address: { project: string; meeting: string }): Promise<Found | null> {
  const [found] = await prepared(db, atPublicAddress).execute(address)
  return found ?? null
}

const atPublicAddress = (db: Reads) =>
  db
    .select({ project: projects, meeting: meetings })
    .from(meetings)
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(
      and(
        eq(projects.slug, given('project')),
        eq(meetings.slug, given('meeting')),
        isNotNull(projects.publishedAt),
        ne(meetings.status, 'draft'),
      ),
    )

/** One of the project's own meetings, drafts too: for its organisers. */
export async function meetingOf(db: Reads, project: { id: string }, slug: string): Promise<Meeting | null> {
  const [found] = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.projectId, project.id), eq(meetings.slug, slug)))
  return found ?? null
}

/** The meeting as it is now: inside a transaction, where a row read before may be out of date. */
export async function freshMeeting(db: Reads, { id }: { id: string }): Promise<Meeting | null> {
  const [found] = await prepared(db, withId).execute({ id })
  return found ?? null
}

const withId = (db: Reads) =>
  db
    .select()
    .from(meetings)
    .where(eq(meetings.id, given('id')))

/** The whole series in its order, drafts too: for organisers. */
export async function meetingsOf(db: Reads, project: { id: string }): Promise<Meeting[]> {
  return await db.select().from(meetings).where(eq(meetings.projectId, project.id)).orderBy(meetings.number)
}

/** The series as the public sees it. */
export async function publicMeetingsOf(db: Reads, project: { id: string }): Promise<Meeting[]> {
  return await prepared(db, knownToAll).execute({ project: project.id })
}

const knownToAll = (db: Reads) =>
  db
    .select()
    .from(meetings)
    .where(and(eq(meetings.projectId, given('project')), ne(meetings.status, 'draft')))
    .orderBy(meetings.number)

export async function daysOf(db: Reads, meeting: { id: string }): Promise<Day[]> {
  return await prepared(db, daysOfOne).execute({ meeting: meeting.id })
}

const daysOfOne = (db: Reads) =>
  db
    .select()
    .from(days)
    .where(eq(days.meetingId, given('meeting')))
    .orderBy(days.startsAt)

export async function nextNumber(db: Reads, project: { id: string }): Promise<number> {
  const [row] = await db
    .select({ last: max(meetings.number) })
    .from(meetings)
    .where(eq(meetings.projectId, project.id))
  return Number(row?.last ?? 0) + 1
}

export async function pinnedSlotsOf(db: Reads, day: { id: string }): Promise<Slot[]> {
  return await db
    .select()
    .from(slots)
    .where(and(eq(slots.dayId, day.id), isNotNull(slots.pinnedAt)))
}

/** How many would be written to if the meeting changed: nobody, once it is over. */
export async function peopleToTell(db: Reads, meeting: Meeting, now: Temporal.Instant): Promise<number> {
  if (isOver(meeting, now)) return 0
  const isReached = and(inArray(registrations.status, [...live]), isNotNull(registrations.email))
  const [row] = await db
    .select({ people: count() })
    .from(registrations)
    .where(and(eq(registrations.meetingId, meeting.id), isReached))
  return row?.people ?? 0
}

/** Letters about the meeting that did not arrive, and those still on their way. */
export async function undelivered(db: Reads, meeting: { id: string }): Promise<{ failed: number; unsent: number }> {
  const rows = await db
    .select({ ending: letters.ending, number: count() })
    .from(letters)
    .where(and(eq(letters.meetingId, meeting.id), isNull(letters.sentAt)))
    .groupBy(letters.ending)
  const number = (ending: 'failed' | null) => rows.find((row) => row.ending === ending)?.number ?? 0
  return { failed: number('failed'), unsent: number(null) }
}

/** The ids of the slots that are pinned to their hour. */
export async function pinnedOf(db: Reads, meeting: { id: string }): Promise<Set<string>> {
  const rows = await db
    .select({ id: slots.id })
    .from(slots)
    .where(and(eq(slots.meetingId, meeting.id), isNotNull(slots.pinnedAt)))
  return new Set(rows.map(({ id }) => id))
}

/** Rooms, slots and who speaks, as they are drafted: what a copy takes along. */
export async function plannedOf(db: Reads, meeting: { id: string }) {
  const planned = await db.select().from(slots).where(eq(slots.meetingId, meeting.id)).orderBy(slots.position)
  const inThem = planned.map((slot) => slot.id)
  return {
    rooms: await db.select().from(rooms).where(eq(rooms.meetingId, meeting.id)).orderBy(rooms.position),
    slots: planned,
    speakers: await db
      .select({ ...getTableColumns(slotSpeakers), name: speakers.name })
      .from(slotSpeakers)
      .innerJoin(speakers, eq(speakers.id, slotSpeakers.speakerId))
      .where(inArray(slotSpeakers.slotId, inThem)),
  }
}
