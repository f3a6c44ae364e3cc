import { and, asc, desc, eq, gt, inArray, lt, or } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import type { Letter, Meeting, Organiser, Project, Role } from '../../db/schema.ts'
import { history, meetings, memberships, organisers, projects } from '../../db/schema.ts'
import { projectsOf } from '../projects/queries.ts'

/** Addresses of organisers are kept in lower case. */
export async function organiserByEmail(db: Reads, email: string): Promise<Organiser | null> {
  const [found] = await db.select().from(organisers).where(eq(organisers.email, email.toLowerCase()))
  return found ?? null
}

export async function hasOrganisers(db: Reads): Promise<boolean> {
  const [one] = await db.select({ id: organisers.id }).from(organisers).limit(1)
  return one !== undefined
}

export type Undertaking = { project: Project; role: Role; next: Meeting | null }

/** An organiser's projects, archived ones last, each with its next meeting. */
export async function undertakings(db: Reads, organiser: Organiser, now: Temporal.Instant): Promise<Undertaking[]> {
  const own = await projectsOf(db, organiser)
  const ahead = await meetingsAhead(
    db,
    own.map(({ project }) => project.id),
    now,
  )
  return own
    .map((one) => ({ ...one, next: ahead.find(({ projectId }) => projectId === one.project.id) ?? null }))
    .sort((a, b) => Number(a.project.archivedAt !== null) - Number(b.project.archivedAt !== null))
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

export type Member = { organiser: Organiser; role: Role; since: Temporal.Instant }

/** Who runs a project, owners first. */
export async function membersOf(db: Reads, project: { id: string }): Promise<Member[]> {
  return await db
    .select({ organiser: organisers, role: memberships.role, since: memberships.since })
    .from(memberships)
    .innerJoin(organisers, eq(organisers.id, memberships.organiserId))
    .where(eq(memberships.projectId, project.id))
    .orderBy(desc(memberships.role), asc(memberships.since), asc(organisers.name))
}

export async function memberOf(db: Reads, project: { id: string }, organiserId: string): Promise<Member | null> {
  const [found] = await db
    .select({ organiser: organisers, role: memberships.role, since: memberships.since })
    .from(memberships)
    .innerJoin(organisers, eq(organisers.id, memberships.organiserId))
    .where(and(eq(memberships.projectId, project.id), eq(memberships.organiserId, organiserId)))
  return found ?? null
}

/** What an invitation is about, as long as the colleague still belongs to the project. */
export async function invitedTo(db: Reads, { projectId, organiserId }: Letter) {
  const [found] = await db
    .select({ project: projects, colleague: organisers, role: memberships.role })
    .from(memberships)
    .innerJoin(projects, eq(projects.id, memberships.projectId))
    .innerJoin(organisers, eq(organisers.id, memberships.organiserId))
    .where(and(eq(memberships.projectId, projectId ?? ''), eq(memberships.organiserId, organiserId ?? '')))
  return found ?? null
}

export type Entry = {
  id: string
  at: Temporal.Instant
  deed: string
  facts: Record<string, string>
  organiser: Organiser | null
  meeting: Meeting | null
}

/** What was done in a project, newest first; older than the entry `before`, if it is one of this project's. */
export async function historyOf(
  db: Reads,
  project: { id: string },
  { before, most }: { before: string; most: number },
): Promise<Entry[]> {
  const [mark] = await db
    .select({ id: history.id, at: history.at })
    .from(history)
    .where(and(eq(history.id, before), eq(history.projectId, project.id)))
  const older = mark && or(lt(history.at, mark.at), and(eq(history.at, mark.at), lt(history.id, mark.id)))
  return await db
    .select({
      id: history.id,
      at: history.at,
      deed: history.deed,
      facts: history.facts,
      organiser: organisers,
      meeting: meetings,
    })
    .from(history)
    .leftJoin(organisers, eq(organisers.id, history.organiserId))
    .leftJoin(meetings, eq(meetings.id, history.meetingId))
    .where(and(eq(history.projectId, project.id), older))
    .orderBy(desc(history.at), desc(history.id))
    .limit(most)
}
