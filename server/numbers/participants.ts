import { type Counts, isYoung } from './counting.ts'
import type { Party } from './parties.ts'

export type Participants = {
  people: number
  young: number
  /** Of those people, how many count anew at each meeting, because nothing says who they are. */
  anew: number
}

/**
 * Whoever comes to several meetings counts once, as long as their address is known. Once it is wiped, and of those who
 * come along with somebody, nothing says that they are the same: they count at each meeting.
 */
export function participantsIn(parties: readonly Party[], { participant }: Pick<Counts, 'participant'>): Participants {
  const known = new Map<string, boolean>()
  const all = { people: 0, young: 0, anew: 0 }
  const add = (people: number, young: boolean) => {
    all.people += people
    all.anew += people
    if (young) all.young += people
  }
  for (const { registered, came, key, band, isClass } of parties) {
    const most = (part: 'self' | 'others') =>
      participant === 'came' ? came[part] : Math.max(registered[part], came[part])
    add(most('others'), isClass)
    if (most('self') === 0) continue
    if (key === null) add(1, isYoung(band))
    else known.set(key, (known.get(key) ?? false) || isYoung(band))
  }
  const young = [...known.values()].filter(Boolean).length
  return { people: all.people + known.size, young: all.young + young, anew: all.anew }
}
