import { and, asc, count, desc } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import { type Letter, letters } from '../../../db/schema.ts'
import { countsWhere, type LetterState } from '../queries.ts'
import { isInState, isLookedAt, isWithinReach, type Reach } from './look.ts'

export type LetterList = {
  rows: Letter[]
  page: number
  pages: number
  counts: Record<LetterState, number>
  /** Of which there are letters at all. */
  kinds: string[]
}

const perPage = 50

/** What waits comes first to what goes next; everything else newest first. */
export async function lettersOf(db: Reads, reach: Reach, page: number): Promise<LetterList> {
  const { state } = reach.look
  const isMeant = await isLookedAt(db, reach)
  const counts = await countsWhere(db, isMeant)
  const found = state ? counts[state] : Object.values(counts).reduce((sum, one) => sum + one, 0)
  const { id, queuedAt, dueAt } = letters
  const order = state === 'waiting' ? [asc(dueAt), asc(queuedAt), asc(id)] : [desc(queuedAt), desc(id)]
  const rows = await db
    .select()
    .from(letters)
    .where(and(isMeant, isInState(state)))
    .orderBy(...order)
    .limit(perPage)
    .offset((page - 1) * perPage)
  return { rows, page, pages: Math.max(1, Math.ceil(found / perPage)), counts, kinds: await kindsOf(db, reach) }
}

async function kindsOf(db: Reads, reach: Reach): Promise<string[]> {
  const rows = await db
    .select({ kind: letters.kind, letters: count() })
    .from(letters)
    .where(isWithinReach(reach))
    .groupBy(letters.kind)
  return rows.map(({ kind }) => kind)
}
