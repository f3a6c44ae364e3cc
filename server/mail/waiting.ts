import { setTimeout } from 'node:timers/promises'
import type { Database } from '../../db/open.ts'
import type { Letter } from '../../db/schema.ts'
import { claimLetters, release } from './claim.ts'
import type { Wanted } from './due.ts'
import type { Traffic } from './traffic.ts'
import { lanes } from './transport.ts'
import { urgent } from './urgency.ts'

/** How long claimed letters are worked at before it is asked anew who waits: something more urgent may have come. */
const patience = { seconds: 5 }

export type Waiting = ReturnType<typeof waitingLetters>
type Rules = { now: () => Temporal.Instant; stop?: AbortSignal; traffic: Traffic; only?: 'urgent' }

/** The letters that are claimed and not on their way yet, shared by those who post side by side. */
export function waitingLetters(db: Database, { now, stop, traffic, only }: Rules) {
  let claimed: Letter[] = []
  let claimedAt = now()
  let claiming: Promise<number> | null = null
  let books: Promise<unknown> = Promise.resolve()
  let underWay = 0
  let landings = 0
  let over = Promise.withResolvers<void>()

  /** The next one, as soon as it may go; nothing when no other is due. */
  async function next(): Promise<Letter | undefined> {
    while (!stop?.aborted && !traffic.isClosed(now())) {
      if (Temporal.Instant.compare(now(), claimedAt.add(patience)) > 0) await giveBack()
      const isCrowded = traffic.isDoubtful() && underWay > 0
      const letter = isCrowded ? undefined : takeFree()
      if (letter) return letter
      const before = landings
      if (!isCrowded && (await claimMore()) > 0) continue
      // What landed while it was asked may have been what another waited for.
      if (landings > before) continue
      if (underWay === 0) return
      await Promise.race([over.promise, setTimeout(250, undefined, { ref: false })])
    }
  }

  function takeFree(): Letter | undefined {
    const moment = now()
    const at = claimed.findIndex((letter) => only === 'urgent' || traffic.isFree(letter, moment))
    const [letter] = at < 0 ? [] : claimed.splice(at, 1)
    if (!letter) return undefined
    if (underWay === 0) over = Promise.withResolvers()
    underWay += 1
    traffic.depart(letter)
    return letter
  }

  async function claimMore(): Promise<number> {
    claiming ??= alone(claimNow).finally(() => {
      claiming = null
    })
    return await claiming
  }

  /** Claiming and giving back wait for each other: what is being given back would look as if nothing were due. */
  function alone<T>(work: () => Promise<T>): Promise<T> {
    const done = books.then(work)
    books = done.catch(() => {})
    return done
  }

  /** Past letters that wait for a busy domain only a few are taken ahead: the busy domain's next ones stay near their turn. */
  function nextClaim(): [Wanted, atMost?: number] {
    if (only === 'urgent') return [{ urgency: urgent }]
    if (claimed.length > 0) return [{ without: traffic.full(now()) }, lanes]
    return [{ without: traffic.slowed(now()) }]
  }

  async function claimNow(): Promise<number> {
    const more = await claimLetters(db, now(), ...nextClaim())
    if (claimed.length === 0) claimedAt = now()
    claimed.push(...more)
    return more.length
  }

  function landed(): void {
    underWay -= 1
    landings += 1
    if (underWay === 0) over.resolve()
  }

  async function giveBack(): Promise<void> {
    const untried = claimed
    claimed = []
    claimedAt = now()
    await alone(() => release(db, untried))
  }

  return { next, landed, giveBack }
}
