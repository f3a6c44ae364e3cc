import { and, eq, isNull, sql } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { letters, manageLinks, type Organiser, type Registration, registrations } from '../../db/schema.ts'
import { forgetFeedsOf } from '../feeds/forget.ts'
import { record } from '../history.ts'
import { tellAnew, unheardBy } from '../mailings/unheard.ts'
import { type Found, freshMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { newReplyToken } from '../secrets.ts'
import { closedDoor } from './door.ts'
import { tell } from './letters/letters.ts'
import { isLive, nextSequence, registrationOf, registrationsOfAddress } from './queries.ts'
import { inheritedReplyToken } from './reply-token.ts'
import { letterTo } from './welcome.ts'

/**
 * Puts right where somebody's letters go, or gives an address to whoever had none, and writes to it how they stand.
 * Nothing that went to the old one opens anything any more: it may be a stranger's. Returns what speaks against it, or
 * null.
 */
export async function correctAddress(
  db: Database,
  { project, meeting }: Found,
  registration: Pick<Registration, 'id'>,
  email: string,
  by: Organiser,
  now: Temporal.Instant,
): Promise<'registration.address-taken' | null> {
  return await db.transact(
    async (tx) => {
      const current = await registrationOf(tx, meeting, registration.id)
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      if (!current || !isLive(current) || current.email === email || isOff(fresh, now)) return null
      const others = (await registrationsOfAddress(tx, fresh, email.toLowerCase())).filter(
        ({ id }) => id !== current.id,
      )
      if (others.some((other) => isLive(other) && other.classKey === current.classKey))
        return 'registration.address-taken'
      const unheard = await unheardBy(tx, current)
      await closeOldAddress(tx, current)
      const moved = await moveTo(tx, current, email, nextSequence(others))
      await forgetFeedsOf(tx, [moved.id])
      await tell(tx, letterTo(moved), project, fresh, moved, now)
      await tellAnew(tx, unheard, fresh, moved, now)
      await record(tx, 'registration.address', by, { project, meeting }, now)
      return null
    },
    { touches: project.id, lock: meeting.id },
  )
}

function isOff(meeting: Found['meeting'], now: Temporal.Instant): boolean {
  const closed = closedDoor(meeting, now)
  return closed === 'over' || closed === 'cancelled'
}

/** Its links, and what has not gone there yet, or may be tried again; letters to a guardian have an address of their own. */
async function closeOldAddress(tx: Tx, { id, email }: Registration): Promise<void> {
  await tx.delete(manageLinks).where(eq(manageLinks.registrationId, id))
  const wasTo = eq(sql`lower(${letters.recipient})`, email?.toLowerCase() ?? '')
  const unsent = and(eq(letters.registrationId, id), isNull(letters.sentAt), isNull(letters.guardianshipId), wasTo)
  await tx.delete(letters).where(and(unsent, isNull(letters.endedAt)))
  await tx.update(letters).set({ token: null }).where(unsent)
}

/** Above every SEQUENCE that a calendar at the new address has seen, and answered to as that one was. */
async function moveTo(tx: Tx, current: Registration, email: string, sequence: number): Promise<Registration> {
  const emailKey = email.toLowerCase()
  const inherited = await inheritedReplyToken(tx, { meetingId: current.meetingId, emailKey })
  const [moved] = await tx
    .update(registrations)
    .set({
      email,
      emailKey,
      sequence: Math.max(current.sequence, sequence),
      replyToken: inherited === undefined ? newReplyToken() : inherited,
    })
    .where(eq(registrations.id, current.id))
    .returning()
  return moved ?? notFound()
}
