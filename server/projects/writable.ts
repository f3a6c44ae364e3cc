import type { Tx } from '../../db/open.ts'
import type { Project } from '../../db/schema.ts'
import { notFound, Refusal } from '../refusal.ts'
import { freshProject } from './queries.ts'

/** The project as it is now. Refuses when it is archived: what is over is not rewritten, but can be brought back. */
export async function writableProject(tx: Tx, project: { id: string }): Promise<Project> {
  const fresh = (await freshProject(tx, project)) ?? notFound()
  if (fresh.archivedAt) throw new Refusal('project.archived')
  return fresh
}
