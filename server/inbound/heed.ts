import { eq } from '../../db/drizzle.ts'
import type { Database, Reads } from '../../db/open.ts'
import { meetings, projects, type Registration } from '../../db/schema.ts'
import { uidOf } from '../calendar/uid.ts'
import { registrationsOfAddress } from '../registrations/queries.ts'
import { heedGuest } from './heed-guest.ts'
import { heedSpeaker } from './heed-speaker.ts'
import { heedWorkshop } from './heed-workshop.ts'
import { addressOf, asHolder, holderOf } from './holder.ts'
import type { Reply } from './reply.ts'
import type { TakenIn } from './taken-in.ts'

export type Answer = { hash: string; reply: Reply & { at: Temporal.Instant } }
export type Heeded = Omit<TakenIn, 'kind'>

/**
 * What somebody's calendar answers counts only if it was sent to their own secret address, names them, and is about an
 * entry that they have; who the message says it is from can be forged, and is not even looked at.
 */
export async function heed(
  db: Database,
  { hash, reply, tags }: { hash: string; reply: Reply; tags: readonly string[] },
  now: Temporal.Instant,
): Promise<Heeded> {
  const holder = await holderOf(db, tags)
  if (!holder) return { outcome: 'unknown-address' }
  if (addressOf(holder) !== reply.attendee) return { outcome: 'somebody-else' }
  const answer = { hash, reply: { ...reply, at: notAfter(now, reply.at) } }
  const heeded =
    holder.is === 'speaker'
      ? await heedSpeaker(db, holder.speaker, answer, now)
      : await heedAnyGuest(db, holder.registration, answer, now)
  return heeded ? { ...asHolder(holder), ...heeded } : { outcome: 'other-entry' }
}

async function heedAnyGuest(db: Database, holder: Registration, answer: Answer, now: Temporal.Instant) {
  const found = await meetingOf(db, holder)
  if (!found) return null
  if (answer.reply.uid === uidOf(found.meeting)) return await heedGuest(db, found, holder, answer, now)
  const theirs = await registrationsOfAddress(db, found.meeting, answer.reply.attendee)
  return await heedWorkshop(db, found, theirs, answer, now)
}

async function meetingOf(db: Reads, { meetingId }: Registration) {
  const [found] = await db
    .select({ project: projects, meeting: meetings })
    .from(meetings)
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(eq(meetings.id, meetingId))
  return found ?? null
}

/** A clock that is ahead is not to outdo every answer that follows. */
function notAfter(now: Temporal.Instant, at: Temporal.Instant | null): Temporal.Instant {
  return at && Temporal.Instant.compare(at, now) < 0 ? at : now
}
