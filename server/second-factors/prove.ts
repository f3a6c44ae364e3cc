import type { Database, Tx } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { renewSession } from '../organisers/session.ts'
import { factorLock } from './lock.ts'
import { type Signature, takeSignature } from './signature.ts'
import { type Taken, takeCode } from './take-code.ts'

/** 'in': the session goes on under a new id, as after signing in. 'over': it has ended meanwhile. */
export type Renewed = { state: 'in'; session: string } | { state: 'over' }
export type Proven = Renewed | Exclude<Taken, { state: 'right' }>

/** Somebody who has been signed in for a while shows again that it is they. */
export async function proveByCode(
  db: Database,
  organiser: Organiser,
  sessionHash: string,
  typed: string,
  now: Temporal.Instant,
): Promise<Proven> {
  return await db.transact(
    async (tx) => {
      const taken = await takeCode(tx, organiser, sessionHash, typed, now)
      return taken.state === 'right' ? await renewed(tx, sessionHash, now) : taken
    },
    { touches: 'nothing', lock: factorLock(organiser.id) },
  )
}

/** The same by a signature that was verified; null when it was used before, or its passkey is gone. */
export async function proveByPasskey(
  db: Database,
  organiser: Organiser,
  sessionHash: string,
  signature: Signature,
  now: Temporal.Instant,
): Promise<Renewed | null> {
  return await db.transact(
    async (tx) => ((await takeSignature(tx, signature, sessionHash, now)) ? await renewed(tx, sessionHash, now) : null),
    { touches: 'nothing', lock: factorLock(organiser.id) },
  )
}

async function renewed(tx: Tx, sessionHash: string, now: Temporal.Instant): Promise<Renewed> {
  const session = await renewSession(tx, sessionHash, now)
  return session ? { state: 'in', session } : { state: 'over' }
}
