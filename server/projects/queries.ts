import { and, asc, desc, eq, given, gt, inArray, isNotNull, isNull, or } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import type { Group, Logo, Meeting, Partner, Phase, Project, ProjectLink } from '../../db/schema.ts'
import { groups, logos, meetings, partners, phases, projectLinks, projects } from '../../db/schema.ts'

/** A project that the public may see; archived ones too. */
export async function publicProject(db: Reads, slug: string): Promise<Project | null> {
  const [found] = await prepared(db, published).execute({ slug })
  return found ?? null
}

const published = (db: Reads) =>
  db
    .select()
    .from(projects)
    .where(and(eq(projects.slug, given('slug')), isNotNull(projects.publishedAt)))

/** All that the public may see, the archive too, the youngest first. */
export async function publishedProjects(db: Reads): Promise<Project[]> {
  return await db
    .select()
    .from(projects)
    .where(isNotNull(projects.publishedAt))
    .orderBy(desc(projects.publishedAt), asc(projects.slug))
}

/** The project as it is now: inside a transaction, where a row read before may be out of date. */
export async function freshProject(db: Reads, project: { id: string }): Promise<Project | null> {
  const [found] = await db.select().from(projects).where(eq(projects.id, project.id))
  return found ?? null
}

export async function slugTaken(db: Reads, slug: string, except: { id: string } | null = null): Promise<boolean> {
  const [other] = await db.select({ id: projects.id }).from(projects).where(eq(projects.slug, slug))
  return other !== undefined && other.id !== except?.id
}

export async function phasesOf(db: Reads, project: { id: string }): Promise<Phase[]> {
  return await prepared(db, phasesInOrder).execute({ project: project.id })
}

const phasesInOrder = (db: Reads) =>
  db
    .select()
    .from(phases)
    .where(eq(phases.projectId, given('project')))
    .orderBy(asc(phases.position))

export async function partnersOf(db: Reads, project: { id: string }): Promise<Partner[]> {
  return await prepared(db, partnersInOrder).execute({ project: project.id })
}

const partnersInOrder = (db: Reads) =>
  db
    .select()
    .from(partners)
    .where(eq(partners.projectId, given('project')))
    .orderBy(asc(partners.position))

export async function linksOf(db: Reads, project: { id: string }): Promise<ProjectLink[]> {
  return await prepared(db, linksInOrder).execute({ project: project.id })
}

const linksInOrder = (db: Reads) =>
  db
    .select()
    .from(projectLinks)
    .where(eq(projectLinks.projectId, given('project')))
    .orderBy(asc(projectLinks.position))

/** The groups one can choose from when registering. */
export async function groupsOf(db: Reads, project: { id: string }): Promise<Group[]> {
  return await prepared(db, offered).execute({ project: project.id })
}

const offered = (db: Reads) =>
  db
    .select()
    .from(groups)
    .where(and(eq(groups.projectId, given('project')), eq(groups.retired, false)))
    .orderBy(asc(groups.position))

export async function logosOf(db: Reads, project: { id: string }): Promise<Logo[]> {
  return await prepared(db, logosInOrder).execute({ project: project.id })
}

const logosInOrder = (db: Reads) =>
  db
    .select()
    .from(logos)
    .where(eq(logos.projectId, given('project')))
    .orderBy(asc(logos.position))

export async function logoWithProject(db: Reads, id: string): Promise<{ logo: Logo; project: Project } | null> {
  const [found] = await db
    .select({ logo: logos, project: projects })
    .from(logos)
    .innerJoin(projects, eq(projects.id, logos.projectId))
    .where(eq(logos.id, id))
  return found ?? null
}

/** Meetings of all projects that the public may look forward to, the soonest first. */
export async function meetingsAhead(
  db: Reads,
  now: Temporal.Instant,
): Promise<{ project: Project; meeting: Meeting }[]> {
  return await db
    .select({ project: projects, meeting: meetings })
    .from(meetings)
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(
      and(
        isNotNull(projects.publishedAt),
        isNull(projects.archivedAt),
        inArray(meetings.status, ['published', 'cancelled']),
        gt(meetings.endsAt, now),
      ),
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
    .limit(50)
}

/** Whether people were promised a meeting that is still to come: one that is postponed always is. */
export async function hasMeetingAhead(db: Reads, project: { id: string }, now: Temporal.Instant): Promise<boolean> {
  const ahead = or(eq(meetings.status, 'postponed'), and(eq(meetings.status, 'published'), gt(meetings.endsAt, now)))
  const [found] = await db
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(eq(meetings.projectId, project.id), ahead))
    .limit(1)
  return found !== undefined
}
