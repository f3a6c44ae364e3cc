import { and, eq, inArray, isNotNull } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { letters, type Mailing, type Meeting, mailings, type Registration, registrations } from '../../db/schema.ts'
import type { Kept } from '../mail/outbox/kept.ts'
import { onceOf, queueLetters } from '../mail/queue.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { newManageLinks } from '../registrations/links.ts'
import { isLive } from '../registrations/queries.ts'
import { hashOf } from '../secrets.ts'
import { newUnsubscribeLinks } from '../unsubscribe/links.ts'
import { halfQueued } from './queries.ts'
import { recipientsOf } from './recipients.ts'

const portion = 200

/** For the clockwork: what a server that stopped has left half done. */
export async function goOnQueueing(db: Database, now: Temporal.Instant): Promise<void> {
  for (const mailing of await halfQueued(db)) await queueMailing(db, mailing, now)
}

/**
 * Puts the letters of a mailing that has started into the outbox, in portions. By whomever, and however often it is
 * begun anew: one to each address.
 */
export async function queueMailing(db: Database, mailing: Mailing, now: Temporal.Instant): Promise<void> {
  const meeting = (await freshMeeting(db, { id: mailing.meetingId })) ?? notFound()
  const { people } = await recipientsOf(db, meeting, mailing)
  for (let i = 0; i < people.length; i += portion) {
    const some = people.slice(i, i + portion)
    await db.transact((tx) => queueSome(tx, mailing, meeting, some, now), { touches: 'nothing', lock: meeting.id })
  }
  await db.transact(
    async (tx) => {
      const { queuedAt, stoppedAt } = await fresh(tx, mailing)
      if (!queuedAt && !stoppedAt) await tx.update(mailings).set({ queuedAt: now }).where(eq(mailings.id, mailing.id))
    },
    { touches: 'nothing', lock: meeting.id },
  )
}

async function queueSome(
  tx: Tx,
  mailing: Mailing,
  meeting: Meeting,
  some: readonly Registration[],
  now: Temporal.Instant,
): Promise<void> {
  const { queuedAt, stoppedAt } = await fresh(tx, mailing)
  if (queuedAt || stoppedAt) return
  await writeTo(tx, mailing, meeting, some, now)
}

/** To each of them who has had no letter of it at their address; `kept`: what it has from the one whose place it takes. */
export async function writeTo(
  tx: Tx,
  mailing: Mailing,
  meeting: Meeting,
  some: readonly Registration[],
  now: Temporal.Instant,
  kept?: Kept,
): Promise<void> {
  const missing = await withoutLetter(tx, mailing, some)
  const tokens = await newManageLinks(tx, missing, meeting, now)
  const queued = missing.map((person, i) => ({
    ...{ kind: 'message', projectId: meeting.projectId, meetingId: meeting.id, registrationId: person.id },
    ...{ mailingId: mailing.id, once: onceFor(mailing, person), urgency: 2 },
    ...{ recipient: person.email ?? '', locale: person.locale, token: tokens[i] ?? '' },
    facts: { live: isLive(person) ? 'yes' : '' },
    ...kept,
  }))
  await queueLetters(tx, queued, now)
  if (mailing.kind === 'news') await newUnsubscribeLinks(tx, { id: meeting.projectId }, queued, now)
}

/** Those who are still known by then, and have not been written to. */
async function withoutLetter(tx: Tx, mailing: Mailing, some: readonly Registration[]): Promise<Registration[]> {
  const said = some.map((person) => onceFor(mailing, person))
  const written = await tx.select({ once: letters.once }).from(letters).where(inArray(letters.once, said))
  const ids = some.map(({ id }) => id)
  const { id, email } = registrations
  const known = await tx
    .select({ id })
    .from(registrations)
    .where(and(inArray(id, ids), isNotNull(email)))
  const has = new Set(written.map(({ once }) => once))
  const isKnown = new Set(known.map((person) => person.id))
  return some.filter((person) => isKnown.has(person.id) && !has.has(onceFor(mailing, person)))
}

/** One letter to each address, whatever else goes wrong; of the address it tells nothing. */
function onceFor({ id }: Pick<Mailing, 'id'>, { emailKey }: Registration): string {
  return onceOf('mailing', id, hashOf(`${id} ${emailKey}`))
}

async function fresh(tx: Tx, { id }: Pick<Mailing, 'id'>): Promise<Mailing> {
  const [found] = await tx.select().from(mailings).where(eq(mailings.id, id))
  return found ?? notFound()
}
