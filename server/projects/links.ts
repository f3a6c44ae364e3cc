import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Organiser, Project, ProjectLink } from '../../db/schema.ts'
import { projectLinks } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from './writable.ts'

export type LinkRow = Pick<ProjectLink, 'label' | 'url'>

/** The project's links from now on, in this order. */
export async function setLinks(
  db: Database,
  project: Project,
  rows: LinkRow[],
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const set = async (tx: Tx) => {
    const { id: projectId } = await writableProject(tx, project)
    const ranked = rows.map((row, position) => ({ ...row, position, projectId }))
    await tx.delete(projectLinks).where(eq(projectLinks.projectId, projectId))
    if (ranked.length > 0) await tx.insert(projectLinks).values(ranked)
    await record(tx, 'project.edited', by, { project }, now, { part: 'links' })
  }
  await db.transact(set, { touches: project.id })
}
