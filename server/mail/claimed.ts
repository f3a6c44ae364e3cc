import type { Database } from '../../db/open.ts'
import type { Letter } from '../../db/schema.ts'
import { claimLetters, release } from './claim.ts'
import type { Wanted } from './due.ts'
import type { Traffic } from './traffic.ts'
import { lanes } from './transport.ts'
import { urgent } from './urgency.ts'

/** How long claimed letters are worked at before it is asked anew who waits: something more urgent may have come. */
const patience = { seconds: 5 }

export type Rules = { now: () => Temporal.Instant; traffic: Traffic; only?: 'urgent' }

/** The letters that are claimed and not on their way yet. */
export function claimedLetters(db: Database, { now, traffic, only }: Rules) {
  let claimed: Letter[] = []
  let since = now()
  let claiming: Promise<number> | null = null
  let books: Promise<unknown> = Promise.resolve()

  /** The first that may go now. */
  function takeFree(): Letter | undefined {
    const moment = now()
    const at = claimed.findIndex((letter) => only === 'urgent' || traffic.isFree(letter, moment))
    return at < 0 ? undefined : claimed.splice(at, 1)[0]
  }

  /** Returns how many; those who ask while it is under way share one answer. */
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

  async function claimNow(): Promise<number> {
    const more = await claimLetters(db, now(), ...nextClaim())
    if (claimed.length === 0) since = now()
    claimed.push(...more)
    return more.length
  }

  /** Past letters that wait for a busy domain only a few are taken ahead: the busy domain's next ones stay near their turn. */
  function nextClaim(): [Wanted, atMost?: number] {
    if (only === 'urgent') return [{ urgency: urgent }]
    if (claimed.length > 0) return [{ without: traffic.full(now()) }, lanes]
    return [{ without: traffic.slowed(now()) }]
  }

  async function giveBackOld(): Promise<void> {
    if (Temporal.Instant.compare(now(), since.add(patience)) > 0) await giveBack()
  }

  async function giveBack(): Promise<void> {
    const untried = claimed
    claimed = []
    since = now()
    await alone(() => release(db, untried))
  }

  return { takeFree, claimMore, giveBackOld, giveBack }
}
