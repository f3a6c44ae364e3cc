import { and, asc, eq, inArray, isNull } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import {
  type Guardianship,
  guardianshipLinks,
  guardianships,
  type Meeting,
  meetings,
  type Project,
  projects,
  type Registration,
  registrations,
} from '../../db/schema.ts'
import { hashOf } from '../secrets.ts'

export type Child = { project: Project; meeting: Meeting; registration: Registration; guardianship: Guardianship }

/** What a guardian's link opens, even when it has run out; null when it is unknown. */
export async function childHeldBy(db: Reads, token: string): Promise<(Child & { expiresAt: Temporal.Instant }) | null> {
  const { expiresAt } = guardianshipLinks
  const [found] = await db
    .select({
      project: projects,
      meeting: meetings,
      registration: registrations,
      guardianship: guardianships,
      expiresAt,
    })
    .from(guardianshipLinks)
    .innerJoin(guardianships, eq(guardianships.id, guardianshipLinks.guardianshipId))
    .innerJoin(registrations, eq(registrations.id, guardianships.registrationId))
    .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(eq(guardianshipLinks.tokenHash, hashOf(token)))
  return found ?? null
}

/** As it is now: inside a transaction. */
export async function freshGuardianship(db: Reads, { id }: { id: string }): Promise<Guardianship | null> {
  const [found] = await db.select().from(guardianships).where(eq(guardianships.id, id))
  return found ?? null
}

/** Everybody who was asked about one person, in the order of asking. */
export async function guardianshipsOf(db: Reads, registration: Pick<Registration, 'id'>): Promise<Guardianship[]> {
  return await db
    .select()
    .from(guardianships)
    .where(eq(guardianships.registrationId, registration.id))
    .orderBy(asc(guardianships.askedAt), asc(guardianships.id))
}

/** Guardians who have said nothing yet while a place is held, and have not been reminded. */
export async function silentGuardianships(db: Reads): Promise<Child[]> {
  return await db
    .select({ project: projects, meeting: meetings, registration: registrations, guardianship: guardianships })
    .from(registrations)
    .innerJoin(guardianships, eq(guardianships.registrationId, registrations.id))
    .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(
      and(
        ...[eq(registrations.status, 'held'), eq(meetings.status, 'published')],
        ...[eq(guardianships.about, 'attendance'), isNull(guardianships.answeredAt), isNull(guardianships.remindedAt)],
      ),
    )
}

/** Those among these who were asked about the attendance and have not answered. */
export async function unanswered(db: Reads, some: readonly Pick<Registration, 'id'>[]): Promise<Guardianship[]> {
  const ids = some.map(({ id }) => id)
  return await db
    .select()
    .from(guardianships)
    .where(
      and(
        inArray(guardianships.registrationId, ids),
        eq(guardianships.about, 'attendance'),
        isNull(guardianships.answeredAt),
      ),
    )
}
