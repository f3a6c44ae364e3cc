import { and, eq, lt } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { authenticators } from '../../db/schema.ts'
import { appOf } from './queries.ts'
import { takeRecoveryCode } from './recovery-codes.ts'
import { tellOfChange } from './tell.ts'
import { stepOf } from './totp.ts'
import { countWrong, waitOf } from './tries.ts'

/** `left`: how many more tries there are; `minutes`: how long all tries of this organiser rest. */
export type Taken = { state: 'right' } | { state: 'wrong'; left: number } | { state: 'resting'; minutes: number }

/** Uses up what was typed, a code of the app or a recovery code, or counts it as wrong. Called under the factor lock. */
export async function takeCode(
  tx: Tx,
  organiser: Organiser,
  holderHash: string,
  typed: string,
  now: Temporal.Instant,
): Promise<Taken> {
  const minutes = await waitOf(tx, organiser, now)
  if (minutes !== null) return { state: 'resting', minutes }
  if (await takeAppCode(tx, organiser, typed, now)) return { state: 'right' }
  if (await takeRecoveryCode(tx, organiser, typed)) {
    await tellOfChange(tx, organiser, 'code-used', now)
    return { state: 'right' }
  }
  return { state: 'wrong', left: await countWrong(tx, organiser, holderHash, now) }
}

/** None is taken twice, nor one older than the last: whoever looked on while it was typed has nothing. */
async function takeAppCode(tx: Tx, organiser: Organiser, typed: string, now: Temporal.Instant): Promise<boolean> {
  const app = await appOf(tx, organiser)
  const step = app && stepOf(app.secret, typed.replaceAll(/\s/g, ''), now)
  if (step === null) return false
  const taken = await tx
    .update(authenticators)
    .set({ lastStep: step, lastUsedAt: now })
    .where(and(eq(authenticators.organiserId, organiser.id), lt(authenticators.lastStep, step)))
    .returning({ step: authenticators.lastStep })
  return taken.length > 0
}
