import type { Database } from '../../db/open.ts'
import type { Letter } from '../../db/schema.ts'
import type { MailConfig } from '../config.ts'
import { claimLetters, isStillMine, release } from './claim.ts'
import { compose } from './compose.ts'
import { faultOf, type Outcome, recordOutcome, shortened } from './outcome.ts'
import { firstOfThread } from './queries.ts'
import { lanes, type Transport } from './transport.ts'
import type { Writers } from './written.ts'

export type Post = {
  /** Null without `SMTP_URL`: then letters stay in the outbox, to be read there. */
  transport: Transport | null
  writers: Writers
  config: MailConfig
  now: () => Temporal.Instant
  /** Stops after the letters that are on their way. */
  stop?: AbortSignal
}

/** Posts every letter that is due. A letter that fails waits for its next attempt and holds nobody else up. */
export async function postLetters(db: Database, post: Post): Promise<void> {
  const { transport, now, stop } = post
  while (transport && !stop?.aborted) {
    const waiting = await claimLetters(db, now())
    if (waiting.length === 0) return
    await Promise.all(Array.from({ length: lanes }, () => postInTurn(db, waiting, { ...post, transport })))
    await release(db, waiting)
  }
}

type Posting = Post & { transport: Transport }

async function postInTurn(db: Database, waiting: Letter[], post: Posting): Promise<void> {
  for (let next = waiting[0]; next; next = waiting[0]) {
    if (post.stop?.aborted || !isStillMine(next, post.now())) return
    waiting.shift()
    const outcome = await handOver(db, next, post).catch(faultOf)
    await recordOutcome(db, next, outcome, post.now())
  }
}

async function handOver(db: Database, letter: Letter, { transport, writers, config, now }: Posting): Promise<Outcome> {
  const writer = writers[letter.kind]
  if (!writer) throw new Error(`Nobody writes letters of the kind ${letter.kind}.`)
  const written = await writer(db, letter, { config, now: now() })
  if (!written) return { is: 'overtaken' }
  const mail = compose(letter, written, { config, first: await firstOfThread(db, letter), date: now() })
  // A server that trickles its answers would otherwise keep a letter for as long as it likes.
  const { response } = await transport.sendMail({ ...mail, signal: AbortSignal.timeout(90_000) })
  return { is: 'sent', answer: shortened(response ?? '') }
}
