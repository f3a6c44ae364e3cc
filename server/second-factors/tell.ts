import type { Tx } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { queueLetter } from '../mail/queue.ts'

export const factorChanges = [
  'app-added',
  'app-removed',
  'passkey-added',
  'passkey-removed',
  'codes-new',
  'code-used',
  'forgotten',
] as const
export type FactorChange = (typeof factorChanges)[number]

/** A letter to whoever it is about: if it was not they, they have to know at once. */
export async function tellOfChange(
  tx: Tx,
  { id: organiserId, email: recipient, locale }: Organiser,
  change: FactorChange,
  now: Temporal.Instant,
): Promise<void> {
  const facts = { change, at: now.toString() }
  await queueLetter(tx, { kind: 'second-factor', organiserId, recipient, locale, facts }, now)
}
