import { createHash } from 'node:crypto'
import { type Database, isUnavailable } from '../../db/open.ts'
import type { Config } from '../config.ts'
import { tagOf } from '../mail/plus-address.ts'
import { senderOf } from '../mail/sender.ts'
import { Refusal } from '../refusal.ts'
import { isAutomatic } from './automatic.ts'
import { bounceIn } from './bounce.ts'
import { comeBack } from './come-back.ts'
import { heed } from './heed.ts'
import { type Message, readMessage } from './message.ts'
import { calendarMailIn } from './reply.ts'
import { noteTakenIn, type TakenIn, wasTakenIn } from './taken-in.ts'

type House = Pick<Config, 'publicUrl' | 'mailFrom'>

/**
 * Deals with a message to our mailbox: an answer of somebody's calendar, or a letter that came back. Everything else
 * changes nothing, and nothing is ever answered to the sender. Taken in twice, it counts once.
 */
export async function takeIn(db: Database, raw: Buffer, config: House, now: Temporal.Instant): Promise<void> {
  const message = await readMessage(raw)
  const hash = message?.hash ?? createHash('sha256').update(raw).digest('base64url')
  if (await wasTakenIn(db, hash)) return
  const note = (taken: TakenIn) => db.transact((tx) => noteTakenIn(tx, hash, taken, now), { touches: 'nothing' })
  try {
    await note(message ? await dealWith(db, message, config, now) : unreadable)
  } catch (error) {
    // A bug in one message is not to keep all others from being read.
    if (!isUnavailable(error)) await note({ kind: 'other', outcome: 'failed' })
    throw error
  }
}

const unreadable: TakenIn = { kind: 'other', outcome: 'unreadable' }

async function dealWith(db: Database, message: Message, config: House, now: Temporal.Instant): Promise<TakenIn> {
  const tags = tagsOf(message, config)
  const calendar = calendarMailIn(message)
  if (calendar?.is === 'reply') return await heedUnlessTooLate(db, message, calendar.reply, tags, now)
  const bounce = bounceIn(message)
  if (bounce) return { kind: 'bounce', outcome: await comeBack(db, bounce, { tags, config }, now) }
  if (isAutomatic(message)) return { kind: 'automatic', outcome: 'ignored' }
  return { kind: 'other', outcome: calendar ? 'not-a-reply' : 'ignored' }
}

async function heedUnlessTooLate(
  db: Database,
  { hash }: Message,
  reply: Parameters<typeof heed>[1]['reply'],
  tags: readonly string[],
  now: Temporal.Instant,
): Promise<TakenIn> {
  try {
    return { kind: 'reply', ...(await heed(db, { hash, reply, tags }, now)) }
  } catch (error) {
    // The domain says no: the meeting is over or off. Nobody is there to read why.
    if (error instanceof Refusal) return { kind: 'reply', outcome: 'refused' }
    throw error
  }
}

function tagsOf({ recipients }: Message, { mailFrom }: House): string[] {
  const { address } = senderOf({ mailFrom })
  return [...new Set(recipients.flatMap((recipient) => tagOf(recipient, address) ?? []))]
}
