import type { Registration } from '../../db/schema.ts'
import type { Say } from '../say.ts'

export type Sized = Pick<Registration, 'kind' | 'seats' | 'adults'>

/** "24 young people and 2 adults", "2 friends". */
export function partySize(say: Say, { kind, seats, adults }: Sized): string {
  if (kind !== 'class') return say('party.size-friends', { companions: seats - 1 })
  return say('party.size-class', { companions: seats - adults, adults })
}
