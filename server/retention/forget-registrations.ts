import { inArray } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { letters, manageLinks, registrations } from '../../db/schema.ts'
import { leaveGuestDigestsToOthers } from '../digest/leave-to-others.ts'
import { forgetFeedsOf } from '../feeds/forget.ts'
import { forgetGuardiansOf } from '../guardianships/forget.ts'
import { keepBandsOf } from '../numbers/keep-bands.ts'
import { forgetParticipantsOf } from '../parties/forget.ts'
import { forgetPhotosOf } from '../photos/forget.ts'
import { forgetAnswersOf } from '../questions/forget.ts'
import { forgetSurveyLinksOf } from '../survey/forget.ts'

/**
 * Wipes everything by which somebody could be known or reached; that they registered, from which group and age band, and
 * how it went, stays. Returns the files to be removed once that is certain.
 */
export async function forgetRegistrations(tx: Tx, registrationIds: readonly string[]): Promise<{ id: string }[]> {
  const files: { id: string }[] = []
  // A statement takes only so many values.
  for (let i = 0; i < registrationIds.length; i += 500)
    files.push(...(await forgetSome(tx, registrationIds.slice(i, i + 500))))
  return files
}

async function forgetSome(tx: Tx, some: readonly string[]): Promise<{ id: string }[]> {
  const ids = [...some]
  await keepBandsOf(tx, ids)
  await forgetPhotosOf(tx, ids)
  await tx.update(registrations).set(nobody).where(inArray(registrations.id, ids))
  await forgetFeedsOf(tx, ids)
  await forgetParticipantsOf(tx, ids)
  await forgetGuardiansOf(tx, ids)
  await forgetSurveyLinksOf(tx, ids)
  await leaveGuestDigestsToOthers(tx, ids)
  await tx.delete(letters).where(inArray(letters.registrationId, ids))
  await tx.delete(manageLinks).where(inArray(manageLinks.registrationId, ids))
  return await forgetAnswersOf(tx, ids)
}

/** Whoever registered, of whom nothing is known any more. */
export const nobody = {
  ...{ name: null, email: null, emailKey: null, replyToken: null, doorToken: null },
  ...{ className: null, classKey: '', birthYear: null, emergencyContact: null },
}
