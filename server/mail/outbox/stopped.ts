import { and, eq, sql } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import { type Letter, letters } from '../../../db/schema.ts'

/** Its mailing was stopped for good: it would wait for ever. */
export const isStopped = sql`exists (select 1 from mailings where mailings.id = ${letters.mailingId}
  and mailings.stopped_at is not null)`

export async function wasStopped(db: Reads, { id }: Pick<Letter, 'id'>): Promise<boolean> {
  const found = await db
    .select({ id: letters.id })
    .from(letters)
    .where(and(eq(letters.id, id), isStopped))
  return found.length > 0
}
