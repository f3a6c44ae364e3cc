import { and, count, eq, isNotNull, ne, or, sql, sum } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import {
  agendaSteps,
  answerFiles,
  answers,
  guardianships,
  letters,
  meetings,
  participants,
  questions,
  registrations,
  slots,
} from '../../db/schema.ts'

/** So many rows of a meeting that say something of people; of answers, so many that go after as many days. */
export type Counted = { meetingId: string | null; rows: number; keepDays?: number | null }

type Of = { id: string }

/** One read for each kind of data, however many meetings a project has. */
export const counts = {
  people: async (db: Reads, project: Of): Promise<Counted[]> =>
    await db
      .select({ meetingId: registrations.meetingId, rows: count() })
      .from(registrations)
      .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
      .where(and(eq(meetings.projectId, project.id), isNotNull(registrations.name)))
      .groupBy(registrations.meetingId),
  participants: async (db: Reads, project: Of): Promise<Counted[]> =>
    await db
      .select({ meetingId: registrations.meetingId, rows: count() })
      .from(participants)
      .innerJoin(registrations, eq(registrations.id, participants.registrationId))
      .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
      .where(and(eq(meetings.projectId, project.id), isNotNull(participants.name)))
      .groupBy(registrations.meetingId),
  answers: async (db: Reads, project: Of): Promise<Counted[]> =>
    await db
      .select({ meetingId: questions.meetingId, keepDays: questions.keepDays, rows: count() })
      .from(answers)
      .innerJoin(questions, eq(questions.id, answers.questionId))
      .innerJoin(meetings, eq(meetings.id, questions.meetingId))
      .where(eq(meetings.projectId, project.id))
      .groupBy(questions.meetingId, questions.keepDays),
  files: async (db: Reads, project: Of): Promise<Counted[]> =>
    await db
      .select({ meetingId: questions.meetingId, keepDays: questions.keepDays, rows: count() })
      .from(answerFiles)
      .innerJoin(questions, eq(questions.id, answerFiles.questionId))
      .innerJoin(meetings, eq(meetings.id, questions.meetingId))
      .where(eq(meetings.projectId, project.id))
      .groupBy(questions.meetingId, questions.keepDays),
  guardians: async (db: Reads, project: Of): Promise<Counted[]> =>
    await db
      .select({ meetingId: registrations.meetingId, rows: count() })
      .from(guardianships)
      .innerJoin(registrations, eq(registrations.id, guardianships.registrationId))
      .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
      .where(
        and(eq(meetings.projectId, project.id), or(isNotNull(guardianships.email), ne(guardianships.signedBy, ''))),
      )
      .groupBy(registrations.meetingId),
  letters: async (db: Reads, project: Of): Promise<Counted[]> =>
    await db
      .select({ meetingId: letters.meetingId, rows: count() })
      .from(letters)
      .where(and(eq(letters.projectId, project.id), isNotNull(letters.meetingId)))
      .groupBy(letters.meetingId),
  introductions: async (db: Reads, project: Of): Promise<Counted[]> =>
    await db
      .select({ meetingId: slots.meetingId, rows: count() })
      .from(slots)
      .innerJoin(meetings, eq(meetings.id, slots.meetingId))
      .where(and(eq(meetings.projectId, project.id), ne(slots.introducedBy, '')))
      .groupBy(slots.meetingId),
  steps: async (db: Reads, project: Of): Promise<Counted[]> =>
    await db
      .select({ meetingId: agendaSteps.meetingId, rows: count() })
      .from(agendaSteps)
      .innerJoin(meetings, eq(meetings.id, agendaSteps.meetingId))
      .where(eq(meetings.projectId, project.id))
      .groupBy(agendaSteps.meetingId),
}

export type Kind = keyof typeof counts

/** What stays of those who registered: so many registrations and people, of whom so many are not known by name any more. */
export async function registered(db: Reads, project: Of) {
  const forgotten = sql<number>`sum(case when ${registrations.name} is null then 1 else 0 end)`.mapWith(Number)
  return await db
    .select({
      meetingId: registrations.meetingId,
      all: count(),
      people: sum(registrations.seats).mapWith(Number),
      forgotten,
    })
    .from(registrations)
    .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
    .where(eq(meetings.projectId, project.id))
    .groupBy(registrations.meetingId)
}
