import type { GuardianConsent } from '../../db/schema.ts'
import { notMine } from './consent.ts'
import { guardianStanding } from './rules.ts'

export type GuardianNeeds = {
  /** Young speakers without a guardian's answer. */
  missing: number
  /** Addresses for them that turned out to be nobody's who could answer. */
  mistaken: number
}

/** What organisers have to see to; a no is an answer. */
export function guardianNeeds(answers: ReadonlyMap<string, readonly GuardianConsent[]>): GuardianNeeds {
  const open = [...answers.values()].filter((its) => ['nobody', 'waiting'].includes(guardianStanding(its)))
  return { missing: open.length, mistaken: open.flat().filter(({ textVersion }) => textVersion === notMine).length }
}
