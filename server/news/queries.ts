import { and, asc, count, desc, eq, given, gt, inArray, isNotNull, ne, or } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Given, prepared, preparedForAll } from '../../db/prepared.ts'
import {
  type Article,
  albums,
  articles,
  type Meeting,
  meetings,
  type Project,
  photos,
  type Voice,
  voices,
  voiceVotes,
} from '../../db/schema.ts'
import { objecting } from '../photos/shown.ts'

export async function articleOf(db: Reads, { id }: Pick<Meeting, 'id'>): Promise<Article | null> {
  const [found] = await db.select().from(articles).where(eq(articles.meetingId, id))
  return found ?? null
}

/** What everybody may read; null before it is published. */
export async function publishedArticle(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Article | null> {
  const found = await articleOf(db, meeting)
  return found?.publishedAt ? found : null
}

/** The published articles of a project's meetings that the public knows, the latest meeting first. */
export async function publishedNews(
  db: Reads,
  { id }: Pick<Project, 'id'>,
): Promise<{ meeting: Pick<Meeting, 'id' | 'slug'>; title: Article['title'] }[]> {
  return await prepared(db, newsOfProject).execute({ project: id })
}

const newsOfProject = (db: Reads) =>
  db
    .select({ meeting: { id: meetings.id, slug: meetings.slug }, title: articles.title })
    .from(articles)
    .innerJoin(meetings, eq(meetings.id, articles.meetingId))
    .where(and(eq(meetings.projectId, given('project')), ne(meetings.status, 'draft'), isNotNull(articles.publishedAt)))
    .orderBy(desc(meetings.startsAt), desc(meetings.id))

/** Questions of a meeting whose answer everybody may read, that with the most votes first. */
export async function answeredQuestions(db: Reads, { id }: Pick<Meeting, 'id'>): Promise<Voice[]> {
  const votes = count(voiceVotes.voterHash)
  const rows = await db
    .select({ voice: voices, votes })
    .from(voices)
    .leftJoin(voiceVotes, eq(voiceVotes.voiceId, voices.id))
    .where(
      and(
        eq(voices.meetingId, id),
        eq(voices.kind, 'question'),
        eq(voices.status, 'shown'),
        isNotNull(voices.answeredAt),
      ),
    )
    .groupBy(voices.id)
    .orderBy(desc(votes), voices.id)
  return rows.map(({ voice }) => voice)
}

/** When photos of one of these meetings become public next, if that is still to come: with their album, or later. */
export async function albumOpens(
  db: Reads,
  of: readonly Pick<Meeting, 'id'>[],
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const ids = of.map(({ id }) => id)
  if (ids.length === 0) return null
  const [album] = await preparedForAll(db, ids, firstAlbumAfter).execute({ now: now.epochMilliseconds })
  const since = now.subtract(objecting).epochMilliseconds
  const late = await preparedForAll(db, ids, photosSince).execute({ since })
  const each = late.map(({ addedAt, readyAt }) => (readyAt ?? addedAt).add(objecting))
  const [first] = [...each, album?.at].filter((at) => at != null).sort(Temporal.Instant.compare)
  return first ?? null
}

const firstAlbumAfter = (db: Reads, meetings: Given[]) =>
  db
    .select({ at: albums.publicFrom })
    .from(albums)
    .where(and(inArray(albums.meetingId, meetings), gt(albums.publicFrom, given('now'))))
    .orderBy(asc(albums.publicFrom))
    .limit(1)

const photosSince = (db: Reads, meetings: Given[]) =>
  db
    .select({ addedAt: photos.addedAt, readyAt: photos.readyAt })
    .from(photos)
    .where(
      and(
        inArray(photos.meetingId, meetings),
        or(gt(photos.addedAt, given('since')), gt(photos.readyAt, given('since'))),
      ),
    )
