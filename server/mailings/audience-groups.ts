import { and, asc, eq, inArray, or } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Group, groups, type Mailing, type Project } from '../../db/schema.ts'

/** The groups that audiences are chosen from and called by: one retired since stays, or the letter would seem to go to all. */
export async function audienceGroups(
  db: Reads,
  project: Pick<Project, 'id'>,
  mailings: readonly Pick<Mailing, 'audience'>[],
): Promise<Group[]> {
  const chosen = mailings.flatMap(({ audience }) => audience.groupIds ?? [])
  return await db
    .select()
    .from(groups)
    .where(and(eq(groups.projectId, project.id), or(eq(groups.retired, false), inArray(groups.id, chosen))))
    .orderBy(asc(groups.position))
}
