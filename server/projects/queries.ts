import { and, eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import type { Organiser, Project, Role } from '../../db/schema.ts'
import { memberships, projects } from '../../db/schema.ts'

type Member = { project: Project; role: Role }

/** The project an organiser belongs to, by its slug, with their role in it. */
export async function membership(db: Reads, organiser: Organiser, slug: string): Promise<Member | null> {
  const [found] = await db
    .select({ project: projects, role: memberships.role })
    .from(memberships)
    .innerJoin(projects, eq(projects.id, memberships.projectId))
    .where(and(eq(memberships.organiserId, organiser.id), eq(projects.slug, slug)))
  return found ?? null
}
