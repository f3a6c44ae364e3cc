import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { authenticators } from '../../db/schema.ts'
import { askedOf, keepAsked, takeAsked } from './asked.ts'
import { changed, dropCodesAfterLast } from './changed.ts'
import { factorLock } from './lock.ts'
import { appOf, hasFactor, isFresh } from './queries.ts'
import { newRecoveryCodes } from './recovery-codes.ts'
import { newAppSecret, stepOf } from './totp.ts'

/** `codes`: the recovery codes that came with the first factor. 'wrong': the code is not of that secret. 'over': nothing is begun. */
export type Added = { state: 'added'; codes: string[] | null } | { state: 'wrong' | 'over' }

/** Makes a secret for an app, which counts once a code of it was typed. Again while one is begun: that one goes on. */
export async function beginApp(db: Database, sessionHash: string, now: Temporal.Instant): Promise<void> {
  await db.transact(
    async (tx) => {
      if (await askedOf(tx, sessionHash, 'app', now)) return
      await keepAsked(tx, sessionHash, 'app', newAppSecret(), now)
    },
    { touches: 'nothing', lock: factorLock(sessionHash) },
  )
}

/** The secret that the app and we share from now on, if what was typed is its code. */
export async function confirmApp(
  db: Database,
  organiser: Organiser,
  sessionHash: string,
  typed: string,
  now: Temporal.Instant,
): Promise<Added> {
  return await db.transact(
    async (tx) => {
      const secret = await askedOf(tx, sessionHash, 'app', now)
      // The session may have ended since the request began.
      if (!secret || !(await isFresh(tx, sessionHash, now)) || (await appOf(tx, organiser))) return { state: 'over' }
      const lastStep = stepOf(secret, typed.replaceAll(/\s/g, ''), now)
      if (lastStep === null) return { state: 'wrong' }
      const had = await hasFactor(tx, organiser)
      await takeAsked(tx, sessionHash, 'app', secret, now)
      await tx.insert(authenticators).values({ organiserId: organiser.id, secret, lastStep, addedAt: now })
      await changed(tx, organiser, 'app-added', sessionHash, now)
      // With the first app or passkey come recovery codes, to be shown once.
      return { state: 'added', codes: had ? null : await newRecoveryCodes(tx, organiser, now) }
    },
    { touches: 'nothing', lock: factorLock(organiser.id) },
  )
}

export async function removeApp(
  db: Database,
  organiser: Organiser,
  sessionHash: string,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      if (!(await appOf(tx, organiser))) return
      await tx.delete(authenticators).where(eq(authenticators.organiserId, organiser.id))
      await dropCodesAfterLast(tx, organiser)
      await changed(tx, organiser, 'app-removed', sessionHash, now)
    },
    { touches: 'nothing', lock: factorLock(organiser.id) },
  )
}
