import type { Database } from '../../db/open.ts'
import type { Letter } from '../../db/schema.ts'
import type { MailConfig } from '../config.ts'
import { release } from './claim.ts'
import { compose, type MailOptions } from './compose.ts'
import { type Fault, faultOf, shortened, unwritten } from './faults.ts'
import { type Outcome, recordOutcome } from './outcome.ts'
import { type StillToGo, stillToGo } from './still-to-go.ts'
import { newTraffic, type Traffic } from './traffic.ts'
import { lanes, type Transport } from './transport.ts'
import { urgent } from './urgency.ts'
import { type Waiting, waitingLetters } from './waiting.ts'
import type { Writers } from './written.ts'

export type Post = {
  /** Null without `SMTP_URL`: then letters stay in the outbox, to be read there. */
  transport: Transport | null
  writers: Writers
  config: MailConfig
  now: () => Temporal.Instant
  /** Stops after the letters that are on their way. */
  stop?: AbortSignal
  /** What is known of the way to the mail server and beyond it; from one call to the next, if it is given. */
  traffic?: Traffic
  /** Only letters that somebody waits for at this moment. */
  only?: 'urgent'
}

type Posting = Post & { transport: Transport; traffic: Traffic }

/** Posts every letter that is due. A letter that fails waits for its next attempt and holds nobody else up. */
export async function postLetters(db: Database, { transport, ...post }: Post): Promise<void> {
  if (!transport) return
  const posting = { traffic: newTraffic(), ...post, transport }
  const waiting = waitingLetters(db, posting)
  const crew = Array.from({ length: post.only ? 1 : lanes }, () => postInTurn(db, waiting, posting))
  const ends = await Promise.allSettled(crew)
  await waiting.giveBack()
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

async function postInTurn(db: Database, waiting: Waiting, post: Posting): Promise<void> {
  for (let letter = await waiting.next(); letter; letter = await waiting.next()) {
    await postOne(db, letter, post).finally(waiting.landed)
  }
}

/** Whatever goes wrong, it is no longer under way: a domain takes only so many at once. */
async function postOne(db: Database, letter: Letter, post: Posting): Promise<void> {
  const outcome = await attempt(db, letter, post).catch(unwritten)
  const again = post.traffic.land(letter, outcome, post.now())
  if (outcome) await recordOutcome(db, letter, outcome, post.now(), again)
  else await release(db, [letter])
}

/** Null where organisers have paused its mailing, held or dropped it, while it waited here for its turn. */
async function attempt(db: Database, letter: Letter, post: Posting): Promise<Outcome | null> {
  const known = await stillToGo(db, letter, post.now())
  if (!known) return null
  const mail = await written(db, letter, known, post).catch(unwritten)
  return 'is' in mail ? mail : await handOver(mail, post).catch(faultOf)
}

async function written(db: Database, letter: Letter, known: StillToGo, post: Posting): Promise<MailOptions | Outcome> {
  const { config, writers, now } = post
  const writer = writers[letter.kind]
  if (!writer) throw new Error(`Nobody writes letters of the kind ${letter.kind}.`)
  const content = await writer(db, letter, { config, now: now() })
  if (!content) return { is: 'overtaken' }
  return refusedBefore(letter, known) ?? compose(letter, content, { config, first: known.first, date: now() })
}

async function handOver(mail: MailOptions, { transport }: Posting): Promise<Outcome> {
  // A server that trickles its answers would otherwise keep a letter for as long as it likes.
  const { response } = await transport.sendMail({ ...mail, signal: AbortSignal.timeout(90_000) })
  return { is: 'sent', answer: shortened(response ?? '') }
}

/** Who asks for a link to sign in is at that mailbox, whatever was said of it. */
function refusedBefore(letter: Letter, { suppressed: because }: StillToGo): Fault | null {
  if (letter.urgency === urgent || !because) return null
  const answer = shortened(`suppressed ${because.answer ?? ''}`.trim())
  return { is: 'refused', answer, about: 'letter', isUnsure: false, isNobody: false }
}
