import type { Registration } from '../../db/schema.ts'
import type { AgeAsked } from './further.ts'

/** What whoever takes a place kept for them has not been asked yet: organisers invited them, or brought them in by a list. */
export function ageOwed(asked: AgeAsked | null, { status, kind, ageBand, groupId }: Registration): AgeAsked | null {
  if (status !== 'offered' && status !== 'invited') return null
  const isKnown = kind === 'class' || ageBand !== null || asked?.adultGroups.includes(groupId ?? '')
  return isKnown ? null : asked
}
