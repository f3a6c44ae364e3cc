import { and, asc, desc, eq, inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import type { Letter, Meeting, Organiser, Project, Role } from '../../db/schema.ts'
import { helpers, meetings, memberships, organisers, projects } from '../../db/schema.ts'

/** Addresses of organisers are kept in lower case. */
export async function organiserByEmail(db: Reads, email: string): Promise<Organiser | null> {
  const [found] = await db.select().from(organisers).where(eq(organisers.email, email.toLowerCase()))
  return found ?? null
}

export async function hasOrganisers(db: Reads): Promise<boolean> {
  const [one] = await db.select({ id: organisers.id }).from(organisers).limit(1)
  return one !== undefined
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

/** Whether somebody has a role in the project, or in one of its meetings. */
export async function takesPart(db: Reads, project: { id: string }, colleague: { id: string }): Promise<boolean> {
  if (await memberOf(db, project, colleague.id)) return true
  const [helps] = await helping(db)
    .where(and(eq(meetings.projectId, project.id), eq(helpers.organiserId, colleague.id)))
    .limit(1)
  return helps !== undefined
}

export type HelperRole = (typeof helpers.$inferSelect)['role']
export type Helper = { organiser: Organiser; role: HelperRole; since: Temporal.Instant; meeting: Meeting }

/** Who helps with these meetings alone, meeting by meeting. */
export async function helpersOf(db: Reads, some: readonly { id: string }[]): Promise<Helper[]> {
  const ids = some.map(({ id }) => id)
  return await helping(db)
    .where(inArray(helpers.meetingId, ids))
    .orderBy(asc(meetings.startsAt), asc(meetings.id), desc(helpers.role), asc(organisers.name))
}

export async function helperOf(db: Reads, meeting: { id: string }, colleague: { id: string }): Promise<Helper | null> {
  const [found] = await helping(db).where(and(eq(helpers.meetingId, meeting.id), eq(helpers.organiserId, colleague.id)))
  return found ?? null
}

function helping(db: Reads) {
  return db
    .select({ organiser: organisers, role: helpers.role, since: helpers.since, meeting: meetings })
    .from(helpers)
    .innerJoin(organisers, eq(organisers.id, helpers.organiserId))
    .innerJoin(meetings, eq(meetings.id, helpers.meetingId))
}

export type Invited = { project: Project; meeting: Meeting | null; colleague: Organiser; role: Role }

/** What an invitation is about, as long as the colleague still belongs to the project, or helps with the meeting. */
export async function invitedTo(db: Reads, { projectId, meetingId, organiserId }: Letter): Promise<Invited | null> {
  const [project] = await db
    .select()
    .from(projects)
    .where(eq(projects.id, projectId ?? ''))
  if (!project) return null
  const about = { id: organiserId ?? '' }
  if (!meetingId) {
    const member = await memberOf(db, project, about.id)
    return member && { project, meeting: null, colleague: member.organiser, role: member.role }
  }
  const helper = await helperOf(db, { id: meetingId }, about)
  return helper && { project, meeting: helper.meeting, colleague: helper.organiser, role: helper.role }
}
