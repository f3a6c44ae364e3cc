import { and, eq, isNotNull, isNull, or } from '../../db/drizzle.ts'
import type { Reads, Tx } from '../../db/open.ts'
import { letters, type Mailing, type Meeting, mailings, type Registration } from '../../db/schema.ts'
import { type Kept, keptOf } from '../mail/outbox/kept.ts'
import { writeTo } from './queue-mailing.ts'

type Unheard = { mailing: Mailing; kept: Kept }

/** Mailings whose letter to somebody waits, was given up, or came back. */
export async function unheardBy(db: Reads, { id }: Pick<Registration, 'id'>): Promise<Unheard[]> {
  const { mailingId, registrationId, sentAt, endedAt, ending, bouncedAt } = letters
  const isUnheard = or(isNotNull(bouncedAt), and(isNull(sentAt), or(isNull(endedAt), eq(ending, 'failed'))))
  const rows = await db
    .select({ mailing: mailings, letter: letters })
    .from(letters)
    .innerJoin(mailings, eq(mailings.id, mailingId))
    .where(and(eq(registrationId, id), isNull(mailings.stoppedAt), isUnheard))
  return rows.map(({ mailing, letter }) => ({ mailing, kept: keptOf(letter) }))
}

/** Lets somebody hear at their new address what they have not at the old one. */
export async function tellAnew(
  tx: Tx,
  unheard: readonly Unheard[],
  meeting: Meeting,
  person: Registration,
  now: Temporal.Instant,
): Promise<void> {
  for (const { mailing, kept } of unheard) await writeTo(tx, mailing, meeting, [person], now, kept)
}
