import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Mailing, mailings, type Organiser } from '../../db/schema.ts'
import { record } from '../history.ts'
import { later } from '../later.ts'
import type { Found } from '../meetings/queries.ts'
import { queueMailing } from './queue-mailing.ts'
import { recipientsOf } from './recipients.ts'
import { writableMailing } from './writable.ts'

/**
 * From now on its words and its audience stay as they are, and letters go. Only if it still reaches as many as were
 * promised: otherwise nothing happens, and false is returned. Starting it twice starts it once.
 */
export async function startMailing(
  db: Database,
  found: Found,
  { id }: Pick<Mailing, 'id'>,
  promised: number,
  by: Organiser,
  now: Temporal.Instant,
): Promise<boolean> {
  const started = await db.transact((tx) => freeze(tx, found, { id }, promised, by, now), {
    touches: 'nothing',
    lock: found.meeting.id,
  })
  if (started) await queueMailing(db, started, now)
  return started !== null
}

async function freeze(
  tx: Tx,
  found: Found,
  { id }: Pick<Mailing, 'id'>,
  promised: number,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Mailing | null> {
  const mailing = await writableMailing(tx, found, { id })
  if (mailing.startedAt) return mailing
  const { people } = await recipientsOf(tx, found.meeting, mailing)
  if (people.length === 0 || people.length !== promised) return null
  const started = {
    startedAt: people.map(({ statusAt }) => statusAt).reduce(later, now),
    audience: { ...mailing.audience, people: people.length },
  }
  await tx.update(mailings).set(started).where(eq(mailings.id, id))
  await record(tx, 'mailing.started', by, found, now, { people: String(people.length) })
  return { ...mailing, ...started }
}
