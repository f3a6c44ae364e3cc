import { and, asc, count, eq, given, inArray, isNotNull, ne, sql } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import {
  checkIns,
  commitments,
  groups,
  headCounts,
  type Indicator,
  indicators,
  meetings,
  registrations,
  voices,
} from '../../db/schema.ts'

type Of = { id: string }

/** Meetings that the public knows, of which people are counted. */
const counted = ['published', 'postponed'] as const

/** Whoever ever registered, as far as numbers go. */
export async function registeredIn(db: Reads, project: Of) {
  const { id, meetingId, kind, seats, adults, emailKey, birthYear, groupId, status, walkIn, countedBand } =
    registrations
  return await db
    .select({ id, meetingId, kind, seats, adults, emailKey, birthYear, groupId, status, walkIn, countedBand })
    .from(registrations)
    .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
    .where(and(eq(meetings.projectId, project.id), inArray(meetings.status, [...counted])))
    .orderBy(asc(meetings.number), asc(registrations.arrival))
}

/** By registration: whether whoever registered came, and how many of those named with them. */
export async function checkedIn(db: Reads, project: Of) {
  const rows = await db
    .select({
      registrationId: checkIns.registrationId,
      all: count(),
      named: sql<number>`count(${checkIns.participantId})`.mapWith(Number),
    })
    .from(checkIns)
    .innerJoin(registrations, eq(registrations.id, checkIns.registrationId))
    .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
    .where(eq(meetings.projectId, project.id))
    .groupBy(checkIns.registrationId)
  return new Map(rows.map(({ registrationId, all, named }) => [registrationId, { self: all > named, named }]))
}

/** Those counted without names: companions of a registration, and those in nobody's list. */
export async function headsIn(db: Reads, project: Of) {
  const { meetingId, registrationId, groupId, people } = headCounts
  return await db
    .select({ meetingId, registrationId, groupId, people })
    .from(headCounts)
    .innerJoin(meetings, eq(meetings.id, meetingId))
    .where(and(eq(meetings.projectId, project.id), inArray(meetings.status, [...counted])))
}

export async function countedMeetings(db: Reads, project: Of) {
  return await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.projectId, project.id), inArray(meetings.status, [...counted])))
    .orderBy(asc(meetings.number))
}

/** Retired ones too: people came from them. */
export async function everyGroup(db: Reads, project: Of) {
  return await db.select().from(groups).where(eq(groups.projectId, project.id)).orderBy(asc(groups.position))
}

export async function indicatorsOf(db: Reads, project: Of): Promise<Indicator[]> {
  return await prepared(db, indicatorsInOrder).execute({ project: project.id })
}

const indicatorsInOrder = (db: Reads) =>
  db
    .select()
    .from(indicators)
    .where(eq(indicators.projectId, given('project')))
    .orderBy(asc(indicators.position))

/** Questions and ideas that everybody can read an answer to. */
export async function countAnswers(db: Reads, project: Of): Promise<number> {
  const isPublic = and(isNotNull(voices.answeredAt), inArray(voices.status, ['waiting', 'shown']))
  const [row] = await db
    .select({ answers: count() })
    .from(voices)
    .where(and(eq(voices.projectId, project.id), isPublic))
  return row?.answers ?? 0
}

/** What was promised in public and not dropped. */
export async function countCommitments(db: Reads, project: Of): Promise<number> {
  const { projectId, publishedAt, state } = commitments
  const [row] = await db
    .select({ promises: count() })
    .from(commitments)
    .where(and(eq(projectId, project.id), isNotNull(publishedAt), ne(state, 'dropped')))
  return row?.promises ?? 0
}
