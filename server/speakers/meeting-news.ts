import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { type Meeting, type Project, registrations, speakers } from '../../db/schema.ts'
import { live } from '../registrations/queries.ts'
import { appearancesIn } from './appearances.ts'
import { entriesOf } from './heard-of-agenda.ts'
import { isReckonedWith } from './standings.ts'
import { tellSpeaker } from './tell.ts'

/**
 * Whoever was asked to speak hears that the meeting is postponed or off: one letter for each slot that their calendar
 * has, since a calendar message is about one (RFC 5546 3.2); who has none and hears of it as a guest needs no other.
 */
export async function tellSpeakersOf(
  tx: Tx,
  kind: 'speaker-postponed' | 'speaker-cancelled',
  project: Project,
  meeting: Meeting,
  now: Temporal.Instant,
): Promise<void> {
  const parts = Map.groupBy((await appearancesIn(tx, meeting)).filter(isReckonedWith), ({ speakerId }) => speakerId)
  if (parts.size === 0) return
  const asked = await tx
    .select()
    .from(speakers)
    .where(inArray(speakers.id, [...parts.keys()]))
  const guests = await guestAddresses(tx, meeting)
  for (const speaker of asked) {
    const known = await entriesOf(tx, meeting, speaker, parts.get(speaker.id) ?? [])
    for (const { slotId } of known) {
      await tellSpeaker(tx, kind, { project, meeting }, speaker, now, { facts: { slot: slotId } })
    }
    const isGuest = guests.has(speaker.email?.toLowerCase() ?? '')
    if (known.length === 0 && !isGuest) await tellSpeaker(tx, kind, { project, meeting }, speaker, now)
  }
}

async function guestAddresses(tx: Tx, meeting: Pick<Meeting, 'id'>): Promise<Set<string>> {
  const rows = await tx
    .select({ address: registrations.emailKey })
    .from(registrations)
    .where(and(eq(registrations.meetingId, meeting.id), inArray(registrations.status, [...live])))
  return new Set(rows.flatMap(({ address }) => address ?? []))
}
