import { and, count, isNull, min } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { letters } from '../../db/schema.ts'

/** When the letter that has waited longest was queued; null when none waits. */
export async function oldestUnsent(db: Reads): Promise<Temporal.Instant | null> {
  const [row] = await db
    .select({ queuedAt: min(letters.queuedAt) })
    .from(letters)
    .where(and(isNull(letters.sentAt), isNull(letters.endedAt)))
  return row?.queuedAt ?? null
}

/** How many letters there are in each state, for monitors. */
export async function letterCounts(db: Reads): Promise<{ state: string; letters: number }[]> {
  const rows = await db
    .select({ sent: count(letters.sentAt), ended: count(letters.endedAt), all: count() })
    .from(letters)
  const { sent, ended, all } = rows[0] ?? { sent: 0, ended: 0, all: 0 }
  return [
    { state: 'waiting', letters: all - sent - ended },
    { state: 'sent', letters: sent },
    { state: 'ended', letters: ended },
  ]
}
