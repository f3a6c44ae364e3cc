import { and, inArray, isNotNull, isNull, sql } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import type { Letter } from '../../db/schema.ts'
import { letters } from '../../db/schema.ts'
import { dueLetters, isAnyDue, type Wanted } from './due.ts'

/** How long a claimed letter is left alone: if its postman dies, somebody else takes it then. */
const lease = { minutes: 10 }
const batch = 100

/** Takes the next letters that are due, so that nobody else posts them. */
export async function claimLetters(
  db: Database,
  now: Temporal.Instant,
  wanted: Wanted = {},
  atMost = batch,
): Promise<Letter[]> {
  await dropClaimsOfTheDead(db)
  if (!(await isAnyDue(db, now, wanted))) return []
  return await db.transact(
    async (tx) => {
      const ids = (await dueLetters(tx, now, wanted, atMost)).map(({ id }) => id)
      if (ids.length === 0) return []
      const claimed = await tx
        .update(letters)
        .set({ claimedUntil: now.add(lease), attempts: sql`${letters.attempts} + 1` })
        .where(inArray(letters.id, ids))
        .returning()
      const byId = new Map(claimed.map((letter) => [letter.id, letter]))
      return ids.flatMap((id) => byId.get(id) ?? [])
    },
    { touches: 'nothing', lock: 'outbox' },
  )
}

/** Gives back what was claimed and not tried. */
export async function release(db: Database, untried: readonly Letter[]): Promise<void> {
  if (untried.length === 0) return
  const ids = untried.map(({ id }) => id)
  await db.transact(
    async (tx) => {
      await tx
        .update(letters)
        .set({ claimedUntil: null, attempts: sql`${letters.attempts} - 1` })
        .where(inArray(letters.id, ids))
    },
    { touches: 'nothing', lock: 'outbox' },
  )
}

const owned = new WeakSet<Database>()

/** A SQLite file has one process: claims found in it at the start were made by one that has died. */
async function dropClaimsOfTheDead(db: Database): Promise<void> {
  if (db.engine !== 'sqlite' || owned.has(db)) return
  owned.add(db)
  await db.transact(
    async (tx) => {
      await tx
        .update(letters)
        .set({ claimedUntil: null })
        .where(and(isNull(letters.sentAt), isNull(letters.endedAt), isNotNull(letters.claimedUntil)))
    },
    { touches: 'nothing', lock: 'outbox' },
  )
}
