import { and, eq, like, lt, or } from '../../db/drizzle.ts'
import type { Database, Reads, Tx } from '../../db/open.ts'
import { receivedMail } from '../../db/schema.ts'

type Row = typeof receivedMail.$inferInsert

/** What became of a message; `outcome` begins with one word of ours. */
export type TakenIn = Pick<Row, 'kind' | 'outcome'> & Partial<Pick<Row, 'registrationId' | 'speakerId'>>

const kept = { hours: 30 * 24 }

export async function wasTakenIn(db: Reads, hash: string): Promise<boolean> {
  const known = await db.select({ at: receivedMail.at }).from(receivedMail).where(eq(receivedMail.messageHash, hash))
  return known.length > 0
}

/** Once: however often a message comes, the first time counts. */
export async function noteTakenIn(tx: Tx, hash: string, taken: TakenIn, now: Temporal.Instant): Promise<void> {
  await tx
    .insert(receivedMail)
    .values({ messageHash: hash, at: now, ...taken })
    .onConflictDoNothing()
}

/** An answer that was heeded, with the time at which it was given, and the entry it is about. */
export function heard(word: string, { at, uid }: About & { at: Temporal.Instant }): string {
  return `${word} ${at} ${uid}`
}

type About = { uid: string }

/** When the last heeded answer of somebody about an entry was given; answers may arrive in another order. */
async function lastHeard(db: Reads, { id }: { id: string }, { uid }: About): Promise<Temporal.Instant | null> {
  const { outcome, registrationId, speakerId, kind } = receivedMail
  const rows = await db
    .select({ outcome })
    .from(receivedMail)
    .where(and(eq(kind, 'reply'), or(eq(registrationId, id), eq(speakerId, id)), like(outcome, `% % ${uid}`)))
  const times = rows.flatMap(({ outcome: said }) => said.split(' ')[1] ?? []).map((at) => Temporal.Instant.from(at))
  return times.sort(Temporal.Instant.compare).at(-1) ?? null
}

/** They have said something else about the same entry since. */
export async function isOvertaken(
  db: Reads,
  whose: { id: string },
  reply: About & { at: Temporal.Instant },
): Promise<boolean> {
  const last = await lastHeard(db, whose, reply)
  return last !== null && Temporal.Instant.compare(reply.at, last) < 0
}

/** What the calendars of somebody who registered told us, oldest first. */
export async function answersOf(db: Reads, { id }: { id: string }) {
  const { at, outcome, kind, registrationId } = receivedMail
  const rows = await db
    .select({ at, outcome })
    .from(receivedMail)
    .where(and(eq(kind, 'reply'), eq(registrationId, id)))
    .orderBy(at)
  return rows.flatMap((row) => {
    const said = shown.find((word) => word === row.outcome.split(' ')[0])
    return said ? [{ at: row.at, said }] : []
  })
}

/** What of it organisers should know. */
const shown = ['accepted', 'declined', 'tentative', 'party', 'old'] as const
export type CalendarAnswer = { at: Temporal.Instant; said: (typeof shown)[number] }

export async function forgetReceived(db: Database, now: Temporal.Instant): Promise<void> {
  await db.transact(
    async (tx) => {
      await tx.delete(receivedMail).where(lt(receivedMail.at, now.subtract(kept)))
    },
    { touches: 'nothing' },
  )
}
