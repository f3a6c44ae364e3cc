import { and, eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { passkeys } from '../../db/schema.ts'
import { askedOf, takeAsked } from './asked.ts'
import type { Added } from './authenticator.ts'
import { changed, dropCodesAfterLast } from './changed.ts'
import { factorLock } from './lock.ts'
import { hasFactor, isFresh } from './queries.ts'
import { newRecoveryCodes } from './recovery-codes.ts'
import type { Site } from './site.ts'
import { verifiedNew } from './verify.ts'

/** `signed`: what the browser says of the passkey it has made. */
export async function addPasskey(
  db: Database,
  site: Site,
  { organiser, sessionHash }: { organiser: Organiser; sessionHash: string },
  { name, signed }: { name: string; signed: string },
  now: Temporal.Instant,
): Promise<Added> {
  const challenge = await askedOf(db, sessionHash, 'passkey', now)
  const made = challenge ? await verifiedNew(site, challenge, signed) : null
  if (!challenge || !made) return { state: 'wrong' }
  return await db.transact(
    async (tx) => {
      // The session may have ended since the request began.
      if (!(await isFresh(tx, sessionHash, now))) return { state: 'over' }
      if (!(await takeAsked(tx, sessionHash, 'passkey', challenge, now))) return { state: 'over' }
      const had = await hasFactor(tx, organiser)
      const row = { ...made, organiserId: organiser.id, name, addedAt: now }
      const [added] = await tx.insert(passkeys).values(row).onConflictDoNothing().returning()
      if (!added) return { state: 'wrong' }
      await changed(tx, organiser, 'passkey-added', sessionHash, now)
      // With the first app or passkey come recovery codes, to be shown once.
      return { state: 'added', codes: had ? null : await newRecoveryCodes(tx, organiser, now) }
    },
    { touches: 'nothing', lock: factorLock(organiser.id) },
  )
}

export async function removePasskey(
  db: Database,
  { organiser, sessionHash }: { organiser: Organiser; sessionHash: string },
  { id }: { id: string },
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const own = and(eq(passkeys.id, id), eq(passkeys.organiserId, organiser.id))
      const removed = await tx.delete(passkeys).where(own).returning()
      if (removed.length === 0) return
      await dropCodesAfterLast(tx, organiser)
      await changed(tx, organiser, 'passkey-removed', sessionHash, now)
    },
    { touches: 'nothing', lock: factorLock(organiser.id) },
  )
}
