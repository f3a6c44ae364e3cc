import type { Tx } from '../../db/open.ts'
import { letters } from '../../db/schema.ts'
import { newLetter } from './new-letter.ts'
import { dueAt, recipientKey } from './quota.ts'
import { urgencyOf } from './urgency.ts'

type Row = typeof letters.$inferInsert

/** What is known when a letter is queued; the rest is written out when it is posted. */
export type QueuedLetter = Pick<Row, 'kind' | 'recipient' | 'locale'> &
  Partial<Pick<Row, 'projectId' | 'meetingId' | 'mailingId' | 'facts' | 'token' | 'once' | 'words' | When | Recipient>>

type When = 'queuedAt' | 'dueAt' | 'heldAt' | 'urgency'

/** What may be said but once, of whom: the words of a `once`, ids among them, never an address. */
export function onceOf(...said: readonly string[]): string {
  return said.join(' ')
}

/** Who it goes to, as what the project knows them. */
type Recipient =
  | 'registrationId'
  | 'organiserId'
  | 'speakerId'
  | 'storySpeakerId'
  | 'consentId'
  | 'guardianshipId'
  | 'voiceId'

/** Puts a letter into the outbox, inside the transaction of the deed that causes it. */
export async function queueLetter(tx: Tx, letter: QueuedLetter, now: Temporal.Instant): Promise<void> {
  await queueLetters(tx, [letter], now)
}

/**
 * At most some hundreds at once: a statement takes only so many values. One whose `once` has been queued before, by
 * whomever, is not queued again. Returns how many were.
 */
export async function queueLetters(tx: Tx, queued: readonly QueuedLetter[], now: Temporal.Instant): Promise<number> {
  const rows: Row[] = []
  for (const letter of queued) {
    const [key, urgency] = [recipientKey(letter.recipient), urgencyOf(letter)]
    const due = letter.dueAt ?? (await dueAt(tx, letter, now))
    rows.push({ urgency, queuedAt: now, ...letter, recipientKey: key, dueAt: due })
  }
  const [first, ...others] = rows
  if (first && others.length === 0) return await newLetter(tx, first)
  if (!first) return 0
  const made = await tx
    .insert(letters)
    .values(rows)
    .onConflictDoNothing({ target: letters.once })
    .returning({ id: letters.id })
  return made.length
}
