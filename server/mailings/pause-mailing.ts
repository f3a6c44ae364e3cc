import { and, eq, isNull } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { letters, type Mailing, mailings, type Organiser } from '../../db/schema.ts'
import { type HistoryDeed, record } from '../history.ts'
import { writeDown } from '../mail/outbox/write-down.ts'
import type { Found } from '../meetings/queries.ts'
import { writableMailing } from './writable.ts'

type Halt = (
  db: Database,
  found: Found,
  mailing: Pick<Mailing, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
) => Promise<void>

type Change = (tx: Tx, mailing: Mailing, now: Temporal.Instant, by: Organiser) => Promise<boolean>

/** Nothing more goes until it goes on. */
export const pauseMailing = halting('mailing.paused', async (tx, mailing, now) => {
  if (mailing.pausedAt) return false
  await tx.update(mailings).set({ pausedAt: now }).where(eq(mailings.id, mailing.id))
  return true
})

export const resumeMailing = halting('mailing.resumed', async (tx, mailing) => {
  if (!mailing.pausedAt) return false
  await tx.update(mailings).set({ pausedAt: null }).where(eq(mailings.id, mailing.id))
  return true
})

/** Nothing more goes, for good. A letter that is on its way at that moment may still arrive. */
export const stopMailing = halting('mailing.stopped', async (tx, mailing, now, by) => {
  if (mailing.queuedAt && !(await isWaiting(tx, mailing))) return false
  await tx.update(mailings).set({ stoppedAt: now }).where(eq(mailings.id, mailing.id))
  const { id, mailingId, sentAt, endedAt } = letters
  const dropped = await tx
    .update(letters)
    .set({ endedAt: now, ending: 'dropped' })
    .where(and(eq(mailingId, mailing.id), isNull(sentAt), isNull(endedAt)))
    .returning({ id })
  await writeDown(tx, dropped, 'dropped', by, now)
  return true
})

async function isWaiting(tx: Tx, { id }: Mailing): Promise<boolean> {
  const { mailingId, sentAt, endedAt } = letters
  const [row] = await tx
    .select({ id: letters.id })
    .from(letters)
    .where(and(eq(mailingId, id), isNull(sentAt), isNull(endedAt)))
    .limit(1)
  return row !== undefined
}

/** Of a mailing that is on its way alone; says whether it changed anything. */
function halting(deed: HistoryDeed, change: Change): Halt {
  return async (db, found, { id }, by, now) => {
    await db.transact(
      async (tx) => {
        const mailing = await writableMailing(tx, found, { id })
        if (!mailing.startedAt || mailing.stoppedAt) return
        if (await change(tx, mailing, now, by)) await record(tx, deed, by, found, now)
      },
      { touches: 'nothing', lock: found.meeting.id },
    )
  }
}
