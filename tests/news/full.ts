import type { Database } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import type { Found } from '../../server/meetings/queries.ts'
import { publishArticle } from '../../server/news/publish-article.ts'
import { draftArticle } from '../../server/news/save-article.ts'

/** The news of a meeting, for everybody to read. */
export async function newsIn(
  { db, ...found }: Found & { db: Database },
  { title, owner }: { title: string; owner: Organiser },
  now: Temporal.Instant,
): Promise<void> {
  const text = { lv: title, en: title }
  await draftArticle(db, found, 0, { title: text, lead: text, text, photoIds: [] }, owner, now)
  await publishArticle(db, found, owner, now)
}
