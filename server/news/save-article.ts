import { isDeepStrictEqual } from 'node:util'
import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Article, articles, type Meeting, type Organiser, type Project } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import type { ArticleInput } from './forms.ts'
import { articleOf } from './queries.ts'

export type Where = { project: Project; meeting: Meeting }
type By = Pick<Organiser, 'id'>

/** Saves what somebody wrote; the article as it stands where somebody else has saved since `version`. */
export async function saveArticle(
  db: Database,
  where: Where,
  version: number,
  input: ArticleInput,
  by: By,
  now: Temporal.Instant,
): Promise<{ overtakenBy: Article } | null> {
  return await put(db, where, version, input, { changedAt: now }, by, 'news.edited')
}

/** Puts a draft in the place of what is there; nothing happens where that is not what somebody saw. */
export async function draftArticle(
  db: Database,
  where: Where,
  version: number,
  input: ArticleInput,
  by: By,
  now: Temporal.Instant,
): Promise<{ overtakenBy: Article } | null> {
  return await put(db, where, version, input, { changedAt: now, draftedAt: now }, by, 'news.drafted')
}

async function put(
  db: Database,
  { project, meeting }: Where,
  version: number,
  input: ArticleInput,
  times: { changedAt: Temporal.Instant; draftedAt?: Temporal.Instant },
  by: By,
  deed: 'news.edited' | 'news.drafted',
): Promise<{ overtakenBy: Article } | null> {
  const write = async (tx: Tx) => {
    await writableProject(tx, project)
    const before = await articleOf(tx, meeting)
    if (before && saysTheSame(before, input)) return null
    if (before && before.version !== version) return { overtakenBy: before }
    const row = { ...input, ...times, version: (before?.version ?? 0) + 1 }
    if (before) await tx.update(articles).set(row).where(eq(articles.meetingId, meeting.id))
    else await tx.insert(articles).values({ draftedAt: times.changedAt, ...row, meetingId: meeting.id })
    await record(tx, deed, by, { project, meeting }, times.changedAt)
    return null
  }
  return await db.transact(write, { touches: project.id, lock: `news ${meeting.id}` })
}

function saysTheSame({ title, lead, text, photoIds }: Article, input: ArticleInput): boolean {
  return isDeepStrictEqual({ title, lead, text, photoIds }, input)
}
