import { and, asc, desc, eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import type { Letter, Organiser, Role } from '../../db/schema.ts'
import { memberships, organisers, projects } from '../../db/schema.ts'

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
