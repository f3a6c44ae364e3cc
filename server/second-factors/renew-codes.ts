import type { Database } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { changed } from './changed.ts'
import { factorLock } from './lock.ts'
import { hasFactor } from './queries.ts'
import { newRecoveryCodes } from './recovery-codes.ts'

/** New recovery codes in place of the former ones; none for somebody without a factor, who needs none. */
export async function renewCodes(
  db: Database,
  organiser: Organiser,
  sessionHash: string,
  now: Temporal.Instant,
): Promise<string[] | null> {
  return await db.transact(
    async (tx) => {
      if (!(await hasFactor(tx, organiser))) return null
      await changed(tx, organiser, 'codes-new', sessionHash, now)
      return await newRecoveryCodes(tx, organiser, now)
    },
    { touches: 'nothing', lock: factorLock(organiser.id) },
  )
}
