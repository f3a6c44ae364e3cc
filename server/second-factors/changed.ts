import { and, eq, ne } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { halfSessions, recoveryCodes, sessions } from '../../db/schema.ts'
import { hasFactor } from './queries.ts'
import { type FactorChange, tellOfChange } from './tell.ts'

/** What follows every change of what somebody signs in with: they are told, and only this session of theirs goes on. */
export async function changed(
  tx: Tx,
  organiser: Organiser,
  change: FactorChange,
  sessionHash: string,
  now: Temporal.Instant,
): Promise<void> {
  const others = and(eq(sessions.organiserId, organiser.id), ne(sessions.idHash, sessionHash))
  await tx.delete(sessions).where(others)
  await tx.delete(halfSessions).where(eq(halfSessions.organiserId, organiser.id))
  await tellOfChange(tx, organiser, change, now)
}

/** With the last app or passkey go the recovery codes. */
export async function dropCodesAfterLast(tx: Tx, organiser: Organiser): Promise<void> {
  if (await hasFactor(tx, organiser)) return
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.organiserId, organiser.id))
}
