import { and, count, eq, isNull } from '../../db/drizzle.ts'
import type { Locale } from '../../db/languages.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Project, voices } from '../../db/schema.ts'
import { writableProject } from '../projects/writable.ts'
import { Refusal } from '../refusal.ts'
import type { IdeaInput } from './idea-form.ts'

/** More nobody can look through; until some are, no more are taken. */
const mostWaiting = 300

type Putting = { locale: Locale; voterHash: string }

/** Puts an idea on the wall, where it is seen once an organiser has approved it. */
export async function putIdea(
  db: Database,
  project: Project,
  { text, name, group, email }: IdeaInput,
  { locale, voterHash }: Putting,
  now: Temporal.Instant,
): Promise<void> {
  const put = async (tx: Tx) => {
    const fresh = await writableProject(tx, project)
    if (!fresh.wallOpenedAt) throw new Refusal('ideas.closed')
    const onWall = and(eq(voices.projectId, project.id), isNull(voices.meetingId))
    const waiting = and(onWall, eq(voices.status, 'waiting'))
    const [all] = await tx.select({ ideas: count() }).from(voices).where(waiting)
    if ((all?.ideas ?? 0) >= mostWaiting) throw new Refusal('ideas.too-many', {}, 503)
    const same = and(onWall, eq(voices.text, text), eq(voices.voterHash, voterHash))
    if ((await tx.select({ id: voices.id }).from(voices).where(same)).length > 0) return
    const who = { name: name || null, groupId: group || null, email: email || null, voterHash }
    await tx.insert(voices).values({ projectId: project.id, kind: 'idea', text, locale, ...who, createdAt: now })
  }
  await db.transact(put, { touches: 'nothing', lock: `ideas ${project.id}` })
}
