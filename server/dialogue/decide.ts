import { and, eq, inArray, ne } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Organiser, type Project, voices } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'

/** Shows what was put, or hides it from everybody. */
export async function decideItems(
  db: Database,
  project: Project,
  ids: readonly string[],
  status: 'shown' | 'hidden',
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const decide = async (tx: Tx) => {
    await writableProject(tx, project)
    const own = and(eq(voices.projectId, project.id), inArray(voices.id, [...ids]))
    const others = and(own, ne(voices.status, status), ne(voices.status, 'merged'))
    const decided = { status, decidedAt: now, decidedBy: by.id }
    const changed = await tx.update(voices).set(decided).where(others).returning({ id: voices.id })
    if (changed.length === 0) return
    await record(tx, `dialogue.${status}`, by, { project }, now, { count: String(changed.length) })
  }
  await db.transact(decide, { touches: project.id, lock: `dialogue ${project.id}` })
}
