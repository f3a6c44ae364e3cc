import { and, eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { helpers, meetings, memberships, projects } from '../../db/schema.ts'
import type { Standing } from './rights.ts'

/** What an organiser is in the project so called; null where there is none, which is no difference to outsiders. */
export async function standingIn(db: Reads, organiser: Pick<Organiser, 'id'>, slug: string): Promise<Standing | null> {
  const own = and(eq(memberships.projectId, projects.id), eq(memberships.organiserId, organiser.id))
  const [found] = await db
    .select({ project: projects, role: memberships.role })
    .from(projects)
    .leftJoin(memberships, own)
    .where(eq(projects.slug, slug))
  if (!found) return null
  // Whoever organises the whole project is no more in one meeting of it.
  if (found.role === 'owner' || found.role === 'organiser') return { ...found, helps: [] }
  const helps = await db
    .select({ meeting: { id: meetings.id, slug: meetings.slug }, role: helpers.role })
    .from(helpers)
    .innerJoin(meetings, eq(meetings.id, helpers.meetingId))
    .where(and(eq(meetings.projectId, found.project.id), eq(helpers.organiserId, organiser.id)))
  return { ...found, helps }
}
