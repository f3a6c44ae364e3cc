import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { authenticators, passkeys } from '../../db/schema.ts'
import { organiserByEmail } from '../organisers/queries.ts'
import { changed, dropCodesAfterLast } from './changed.ts'
import { factorLock } from './lock.ts'
import { hasFactor } from './queries.ts'

/** For the operator's terminal, when somebody has lost everything: the link in the letter is enough again, all sessions end. */
export async function forgetFactors(
  db: Database,
  email: string,
  now: Temporal.Instant,
): Promise<'forgotten' | 'unknown' | 'none'> {
  const organiser = await organiserByEmail(db, email)
  if (!organiser) return 'unknown'
  return await db.transact(
    async (tx) => {
      if (!(await hasFactor(tx, organiser))) return 'none'
      await tx.delete(authenticators).where(eq(authenticators.organiserId, organiser.id))
      await tx.delete(passkeys).where(eq(passkeys.organiserId, organiser.id))
      await dropCodesAfterLast(tx, organiser)
      await changed(tx, organiser, 'forgotten', noSession, now)
      return 'forgotten'
    },
    { touches: 'nothing', lock: factorLock(organiser.id) },
  )
}

const noSession = ''
