import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Organiser, Project } from '../../db/schema.ts'
import { projects } from '../../db/schema.ts'
import { record } from '../history.ts'
import { notFound, Refusal } from '../refusal.ts'
import { freshProject, hasMeetingAhead } from './queries.ts'

/** Puts a finished project among the past ones. Refuses while people are still expecting one of its meetings. */
export async function archiveProject(
  db: Database,
  project: Project,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const archive = async (tx: Tx) => {
    const fresh = (await freshProject(tx, project)) ?? notFound()
    if (fresh.archivedAt) return
    if (await hasMeetingAhead(tx, project, now)) throw new Refusal('project.meeting-ahead')
    await tx.update(projects).set({ archivedAt: now }).where(eq(projects.id, project.id))
    await record(tx, 'project.archived', by, { project }, now)
  }
  await db.transact(archive, { touches: project.id })
}

export async function restoreProject(
  db: Database,
  project: Project,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const restore = async (tx: Tx) => {
    const fresh = (await freshProject(tx, project)) ?? notFound()
    if (!fresh.archivedAt) return
    await tx.update(projects).set({ archivedAt: null }).where(eq(projects.id, project.id))
    await record(tx, 'project.restored', by, { project }, now)
  }
  await db.transact(restore, { touches: project.id })
}
