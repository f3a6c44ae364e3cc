import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { articles, type Organiser } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'
import { articleOf } from './queries.ts'
import type { Where } from './save-article.ts'

/** Everybody may read it from now on, and what is saved afterwards too. */
export async function publishArticle(
  db: Database,
  where: Where,
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  await turn(db, where, by, now, now)
}

export async function unpublishArticle(
  db: Database,
  where: Where,
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  await turn(db, where, by, null, now)
}

async function turn(
  db: Database,
  { project, meeting }: Where,
  by: Pick<Organiser, 'id'>,
  publishedAt: Temporal.Instant | null,
  now: Temporal.Instant,
): Promise<void> {
  const set = async (tx: Tx) => {
    await writableProject(tx, project)
    const before = (await articleOf(tx, meeting)) ?? notFound()
    if ((before.publishedAt === null) === (publishedAt === null)) return
    await tx.update(articles).set({ publishedAt }).where(eq(articles.meetingId, meeting.id))
    await record(tx, publishedAt ? 'news.published' : 'news.unpublished', by, { project, meeting }, now)
  }
  await db.transact(set, { touches: project.id, lock: `news ${meeting.id}` })
}
