import type { SQL } from 'drizzle-orm'
import { and, asc, count } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import { type Letter, letters } from '../../../db/schema.ts'
import { isOpenTo, type OutboxDeed } from './deeds.ts'

const shown = 20

/** How many letters a deed would be done to, and the first of them. */
export async function openTo(
  db: Reads,
  deed: OutboxDeed,
  which: SQL | undefined,
  now: Temporal.Instant,
): Promise<{ letters: number; first: Letter[] }> {
  const meant = and(which, isOpenTo(deed, now))
  const [row] = await db.select({ letters: count() }).from(letters).where(meant)
  const first = await db.select().from(letters).where(meant).orderBy(asc(letters.queuedAt)).limit(shown)
  return { letters: row?.letters ?? 0, first }
}
