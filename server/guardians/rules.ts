import type { GuardianConsent } from '../../db/schema.ts'
import { recipientKey } from '../mail/quota.ts'
import { agreedTo } from './agreed.ts'
import { notMine } from './consent.ts'

const betweenLetters = { hours: 24 }

/** Whether two spellings reach one mailbox: a guardian is somebody else than the child. */
export function isOwnAddress(one: string, other: string): boolean {
  return recipientKey(one) === recipientKey(other)
}

export function wroteLately({ askedAt }: Pick<GuardianConsent, 'askedAt'>, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, askedAt.add(betweenLetters)) < 0
}

export type GuardianStanding = 'nobody' | 'waiting' | 'agreed' | 'name-only' | 'refused'

/** How it stands with a young speaker's guardians, in one word. */
export function guardianStanding(answers: readonly GuardianConsent[]): GuardianStanding {
  const { name, picture } = agreedTo(answers)
  if (name) return picture ? 'agreed' : 'name-only'
  const real = answers.filter(({ textVersion }) => textVersion !== notMine)
  if (real.some(({ answeredAt }) => answeredAt !== null)) return 'refused'
  return real.length > 0 ? 'waiting' : 'nobody'
}
