import { and, eq, inArray, ne } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Organiser, type Project, type Voice, voices } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { answerersOf } from './queries.ts'
import { tellAnswerer } from './tell-answerer.ts'

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
    const fresh = await writableProject(tx, project)
    const own = and(eq(voices.projectId, project.id), inArray(voices.id, [...ids]))
    const others = and(own, ne(voices.status, status), ne(voices.status, 'merged'))
    const decided = { status, decidedAt: now, decidedBy: by.id }
    const changed = await tx.update(voices).set(decided).where(others).returning()
    if (changed.length === 0) return
    await record(tx, `dialogue.${status}`, by, { project }, now, { count: String(changed.length) })
    if (status === 'shown') await tellAnswerers(tx, fresh, changed, by, now)
  }
  await db.transact(decide, { touches: project.id, lock: `dialogue ${project.id}` })
}

/** What was given to them before anybody had looked at it is theirs to answer from now on. */
async function tellAnswerers(
  tx: Tx,
  project: Project,
  shown: readonly Voice[],
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const open = new Set(shown.filter(({ answeredAt }) => answeredAt === null).map(({ answererId }) => answererId))
  if (!shown.some(({ answererId }) => answererId !== null)) return
  for (const answerer of await answerersOf(tx, project))
    if (open.has(answerer.id) && answerer.id !== by.id) await tellAnswerer(tx, project, answerer, now)
}
