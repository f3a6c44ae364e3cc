import { and, eq, inArray, isNull, or } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { guardianConsents, guardianLinks, letters } from '../../db/schema.ts'
import { notMine } from './consent.ts'

/** Wipes who the guardians of these speakers are; what was agreed to, when and to which text, stays. */
export async function forgetGuardians(tx: Tx, speakerIds: readonly string[]): Promise<void> {
  // A statement takes only so many values.
  for (let i = 0; i < speakerIds.length; i += 500) await forgetSome(tx, speakerIds.slice(i, i + 500))
}

async function forgetSome(tx: Tx, speakerIds: string[]): Promise<void> {
  const theirs = inArray(guardianConsents.speakerId, speakerIds)
  const ids = tx.select({ id: guardianConsents.id }).from(guardianConsents).where(theirs)
  await tx.delete(letters).where(inArray(letters.consentId, ids))
  await tx.delete(guardianLinks).where(inArray(guardianLinks.consentId, ids))
  const saysNothing = or(isNull(guardianConsents.answeredAt), eq(guardianConsents.textVersion, notMine))
  await tx.delete(guardianConsents).where(and(theirs, saysNothing))
  await tx.update(guardianConsents).set({ email: null, signedBy: '' }).where(theirs)
}
