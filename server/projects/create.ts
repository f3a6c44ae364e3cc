import type { Database, Tx } from '../../db/open.ts'
import type { Organiser, Project } from '../../db/schema.ts'
import { groups, memberships, projects } from '../../db/schema.ts'
import { record } from '../history.ts'
import { notFound, Refusal } from '../refusal.ts'
import { defaultGroups } from './default-groups.ts'
import type { ProjectInput } from './input.ts'
import { slugTaken } from './queries.ts'

/** Its creator becomes the owner, and the usual participant groups are there to begin with. */
export async function createProject(
  db: Database,
  input: ProjectInput,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Project> {
  const create = async (tx: Tx) => {
    if (await slugTaken(tx, input.slug)) throw new Refusal('problem.taken')
    const [project] = await tx
      .insert(projects)
      .values({ ...input, createdAt: now })
      .returning()
    if (!project) return notFound()
    await tx.insert(memberships).values({ projectId: project.id, organiserId: by.id, role: 'owner', since: now })
    await tx
      .insert(groups)
      .values(defaultGroups.map((group, position) => ({ ...group, projectId: project.id, position })))
    await record(tx, 'project.created', by, { project }, now)
    return project
  }
  return await db.transact(create, { touches: 'nothing', lock: `slug ${input.slug}` })
}
