import { setTimeout } from 'node:timers/promises'
import type { Database } from '../../db/open.ts'
import type { Letter } from '../../db/schema.ts'
import { claimedLetters, type Rules } from './claimed.ts'

export type Waiting = ReturnType<typeof waitingLetters>

/** The letters that wait to go, shared by those who post side by side. */
export function waitingLetters(db: Database, { stop, ...rules }: Rules & { stop?: AbortSignal }) {
  const { now, traffic } = rules
  const { takeFree, claimMore, giveBackOld, giveBack } = claimedLetters(db, rules)
  let underWay = 0
  let landings = 0
  let over = Promise.withResolvers<void>()

  /** The next one, as soon as it may go; nothing when no other is due. */
  async function next(): Promise<Letter | undefined> {
    while (!stop?.aborted && !traffic.isClosed(now())) {
      await giveBackOld()
      const isCrowded = traffic.isDoubtful() && underWay > 0
      const letter = isCrowded ? undefined : takeFree()
      if (letter) return departing(letter)
      const before = landings
      if (!isCrowded && (await claimMore()) > 0) continue
      // What landed while it was asked may have been what another waited for.
      if (landings > before) continue
      if (underWay === 0) return
      await Promise.race([over.promise, setTimeout(250, undefined, { ref: false })])
    }
  }

  function departing(letter: Letter): Letter {
    if (underWay === 0) over = Promise.withResolvers()
    underWay += 1
    traffic.depart(letter)
    return letter
  }

  function landed(): void {
    underWay -= 1
    landings += 1
    if (underWay === 0) over.resolve()
  }

  return { next, landed, giveBack }
}
