import { and, asc, desc, eq, gt, inArray, or } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Role } from '../../db/schema.ts'
import { helpers, meetings, memberships, projects } from '../../db/schema.ts'

export type Help = { meeting: Meeting; role: Role }

/** `next`: the project's next meeting, for those with a role in all of it; `helps`: the meetings they help with alone. */
export type Undertaking = { project: Project; role: Role | null; next: Meeting | null; helps: Help[] }

/** An organiser's projects, archived ones last, then the youngest first. */
export async function undertakings(
  db: Reads,
  organiser: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<Undertaking[]> {
  const belonging = await projectsOf(db, organiser)
  const helping = await helpsOf(db, organiser)
  const ahead = await meetingsAhead(
    db,
    belonging.map(({ project }) => project.id),
    now,
  )
  const helped = [...new Map(helping.map(({ project }) => [project.id, project])).values()]
  const others = helped.filter(({ id }) => !belonging.some(({ project }) => project.id === id))
  return [...belonging, ...others.map((project) => ({ project, role: null }))]
    .map((one) => ({
      ...one,
      next: ahead.find(({ projectId }) => projectId === one.project.id) ?? null,
      helps: helping.filter(({ meeting }) => meeting.projectId === one.project.id),
    }))
    .sort((a, b) => Number(a.project.archivedAt !== null) - Number(b.project.archivedAt !== null))
}

async function projectsOf(db: Reads, organiser: Pick<Organiser, 'id'>) {
  return await db
    .select({ project: projects, role: memberships.role })
    .from(memberships)
    .innerJoin(projects, eq(projects.id, memberships.projectId))
    .where(eq(memberships.organiserId, organiser.id))
    .orderBy(desc(projects.createdAt), asc(projects.slug))
}

async function helpsOf(db: Reads, organiser: Pick<Organiser, 'id'>) {
  return await db
    .select({ project: projects, meeting: meetings, role: helpers.role })
    .from(helpers)
    .innerJoin(meetings, eq(meetings.id, helpers.meetingId))
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(eq(helpers.organiserId, organiser.id))
    .orderBy(desc(projects.createdAt), asc(projects.slug), asc(meetings.startsAt), asc(meetings.id))
}

async function meetingsAhead(db: Reads, projectIds: string[], now: Temporal.Instant): Promise<Meeting[]> {
  return await db
    .select()
    .from(meetings)
    .where(
      and(
        inArray(meetings.projectId, projectIds),
        inArray(meetings.status, ['draft', 'published', 'postponed']),
        // A postponed meeting's old date says nothing: it is still to come.
        or(eq(meetings.status, 'postponed'), gt(meetings.endsAt, now)),
      ),
    )
    .orderBy(meetings.startsAt)
}
