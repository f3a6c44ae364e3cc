import { and, asc, eq, inArray, or } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Group, groups, type Mailing, type Project } from '../../db/schema.ts'

/** The groups to choose an audience from: a retired one stays where it is chosen already, or the letter would go to all. */
export async function audienceGroups(
  db: Reads,
  project: Pick<Project, 'id'>,
  mailing: Pick<Mailing, 'audience'> | null,
): Promise<Group[]> {
  const chosen = mailing?.audience.groupIds ?? []
  return await db
    .select()
    .from(groups)
    .where(and(eq(groups.projectId, project.id), or(eq(groups.retired, false), inArray(groups.id, chosen))))
    .orderBy(asc(groups.position))
}
