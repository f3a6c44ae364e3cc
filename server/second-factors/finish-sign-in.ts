import type { Database, Tx } from '../../db/open.ts'
import { type SignedIn, startSession } from '../organisers/session.ts'
import { endHalfSession, type HalfSession, halfSession } from './half-session.ts'
import { factorLock } from './lock.ts'
import { type Signature, takeSignature } from './signature.ts'
import { type Taken, takeCode } from './take-code.ts'

/** 'over': the half session has run out, or has been tried too often, and the way in begins with a new letter. */
export type Entered = ({ state: 'in' } & SignedIn) | { state: 'over' }
export type Finished = Entered | Exclude<Taken, { state: 'right' }>

/** Starts the session if what was typed is right; after so many wrong ones the half session is over. */
export async function finishByCode(
  db: Database,
  half: HalfSession,
  typed: string,
  now: Temporal.Instant,
  userAgent = '',
): Promise<Finished> {
  return await db.transact(
    async (tx) => {
      if (!(await halfSession(tx, half.idHash, now))) return { state: 'over' }
      const taken = await takeCode(tx, half.organiser, half.idHash, typed, now)
      if (taken.state === 'right') return await enter(tx, half, now, userAgent)
      if (taken.state === 'resting' || taken.left > 0) return taken
      await endHalfSession(tx, half)
      return { state: 'over' }
    },
    { touches: 'nothing', lock: factorLock(half.organiser.id) },
  )
}

/** Starts the session by a signature that was verified; null when it was used before, or its passkey is gone. */
export async function finishByPasskey(
  db: Database,
  half: HalfSession,
  signature: Signature,
  now: Temporal.Instant,
  userAgent = '',
): Promise<Entered | null> {
  return await db.transact(
    async (tx) => {
      if (!(await halfSession(tx, half.idHash, now))) return { state: 'over' }
      return (await takeSignature(tx, signature, half.idHash, now)) ? await enter(tx, half, now, userAgent) : null
    },
    { touches: 'nothing', lock: factorLock(half.organiser.id) },
  )
}

async function enter(tx: Tx, half: HalfSession, now: Temporal.Instant, userAgent: string): Promise<Entered> {
  await endHalfSession(tx, half)
  const { organiser } = half
  return { state: 'in', session: await startSession(tx, organiser, now, userAgent), organiserId: organiser.id }
}
