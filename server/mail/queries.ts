import type { SQL } from 'drizzle-orm'
import { and, count, eq, isNotNull, isNull, min, sql } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import type { Letter } from '../../db/schema.ts'
import { letters } from '../../db/schema.ts'

export const letterStates = ['waiting', 'held', 'sent', 'failed', 'overtaken', 'dropped'] as const
export type LetterState = (typeof letterStates)[number]

export async function letterOf(db: Reads, project: { id: string }, id: string): Promise<Letter | null> {
  const [found] = await db
    .select()
    .from(letters)
    .where(and(eq(letters.projectId, project.id), eq(letters.id, id)))
  return found ?? null
}

/** The first letter about the same registration that went out, which later ones refer to. */
export const firstSent = sql<string | null>`(select earlier.id from letters earlier
  where earlier.registration_id = ${letters.registrationId} and earlier.sent_at is not null
  order by earlier.queued_at limit 1)`

export async function firstOfThread(db: Reads, { id }: Pick<Letter, 'id'>): Promise<Pick<Letter, 'id'> | null> {
  const [row] = await db.select({ first: firstSent }).from(letters).where(eq(letters.id, id))
  return row?.first ? { id: row.first } : null
}

/** Of all projects: for the metrics. */
export async function letterCounts(db: Reads): Promise<{ state: LetterState; letters: number }[]> {
  const counts = await countsWhere(db, undefined)
  return letterStates.map((state) => ({ state, letters: counts[state] }))
}

/** When the letter was queued that has waited longest; null when none waits. Those that organisers hold do not count. */
export async function oldestUnsent(db: Reads): Promise<Temporal.Instant | null> {
  const [row] = await db
    .select({ queuedAt: min(letters.queuedAt) })
    .from(letters)
    .where(inState.waiting)
  return row?.queuedAt ?? null
}

const unsent = isNull(letters.sentAt)

export const inState: Record<LetterState, SQL | undefined> = {
  waiting: and(unsent, isNull(letters.endedAt), isNull(letters.heldAt)),
  held: and(unsent, isNull(letters.endedAt), isNotNull(letters.heldAt)),
  sent: isNotNull(letters.sentAt),
  failed: and(unsent, eq(letters.ending, 'failed')),
  overtaken: and(unsent, eq(letters.ending, 'overtaken')),
  dropped: and(unsent, eq(letters.ending, 'dropped')),
}

export async function countsWhere(db: Reads, condition: SQL | undefined): Promise<Record<LetterState, number>> {
  const [isSent, isHeld] = [isNotNull(letters.sentAt), isNotNull(letters.heldAt)]
  const rows = await db
    .select({ ending: letters.ending, sent: isSent.mapWith(Boolean), held: isHeld.mapWith(Boolean), count: count() })
    .from(letters)
    .where(condition)
    .groupBy(letters.ending, isSent, isHeld)
  const counts = { waiting: 0, held: 0, sent: 0, failed: 0, overtaken: 0, dropped: 0 }
  for (const { ending, sent, held, count } of rows)
    counts[sent ? 'sent' : (ending ?? (held ? 'held' : 'waiting'))] += count
  return counts
}
