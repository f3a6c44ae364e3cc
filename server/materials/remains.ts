import type { Localised } from '../../db/languages.ts'
import type { Reads } from '../../db/open.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import { meetingsWithMinutes } from '../minutes/queries.ts'
import { publishedNews } from '../news/queries.ts'
import { photosOfMany } from '../photos/shown.ts'

/** What everybody may read and see of how a meeting went, each on a page of its own. */
export type Remains = {
  /** The article's title; null: none is published. */
  news: Localised | null
  photos: number
  hasMinutes: boolean
}

/** By the meeting's id, if there is anything; as many queries, however many meetings there are. */
export async function remainsOf(
  db: Reads,
  project: Project,
  meetings: readonly Pick<Meeting, 'id'>[],
  now: Temporal.Instant,
): Promise<Map<string, Remains>> {
  const [news, photos, minuted] = [
    await publishedNews(db, project),
    await photosOfMany(db, project, meetings, 'web', now),
    await meetingsWithMinutes(db, meetings),
  ]
  const each = meetings.map(({ id }): [string, Remains] => {
    const article = news.find(({ meeting }) => meeting.id === id)
    return [id, { news: article?.title ?? null, photos: photos.get(id)?.length ?? 0, hasMinutes: minuted.has(id) }]
  })
  return new Map(each.filter(([, { news, photos, hasMinutes }]) => news !== null || photos > 0 || hasMinutes))
}
