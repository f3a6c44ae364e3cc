import type { GuardianConsent } from '../../db/schema.ts'
import { notMine } from './consent.ts'

export type Answer = Pick<GuardianConsent, 'nameAgreed' | 'pictureAgreed' | 'answeredAt' | 'textVersion'>

/**
 * What may be public of a young speaker. One guardian's yes is enough, unless another says no; who has not answered, or
 * has withdrawn, has not agreed. The picture is only ever seen beside the name.
 */
export function agreedTo(answers: readonly Answer[]): { name: boolean; picture: boolean } {
  const counted = answers.filter(({ answeredAt, textVersion }) => answeredAt !== null && textVersion !== notMine)
  const all = (to: 'nameAgreed' | 'pictureAgreed') => counted.length > 0 && counted.every((answer) => answer[to])
  return { name: all('nameAgreed'), picture: all('nameAgreed') && all('pictureAgreed') }
}
