import { and, eq, isNull } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import {
  type Letter,
  letters,
  type Meeting,
  type Registration,
  registrations,
  workshopChoices,
} from '../../db/schema.ts'
import { choicesAt } from './queries.ts'

/**
 * A workshop that comes back before anybody heard that it was off has the same people in it and in its line, and nobody
 * is written to. Whoever has heard chooses anew. Returns the choices of parties that were in and have grown since: they
 * have to wait whether there is room.
 */
export async function bringBack(
  tx: Tx,
  meeting: Pick<Meeting, 'id'>,
  slotIds: readonly string[],
  now: Temporal.Instant,
): Promise<string[]> {
  if (slotIds.length === 0) return []
  const unheard = (await unheardOf(tx, meeting)).filter(({ letter }) => slotIds.includes(letter.facts.slotId ?? ''))
  const counted = await choicesAt(tx, meeting)
  const outgrown: string[] = []
  for (const { letter, registration } of unheard) {
    const { choice = '', was, seats, slotId } = letter.facts
    await tx.update(letters).set({ endedAt: now, ending: 'overtaken' }).where(eq(letters.id, letter.id))
    const isAnew = counted.some((one) => one.slotId === slotId && one.registration.id === registration.id)
    if (registration.status !== 'confirmed' || isAnew) continue
    const stays = was === 'in' && registration.seats <= Number(seats)
    const status = stays ? 'in' : 'waiting'
    await tx.update(workshopChoices).set({ status, statusAt: now }).where(eq(workshopChoices.id, choice))
    if (was === 'in' && !stays) outgrown.push(choice)
  }
  return outgrown
}

type Unheard = { letter: Letter; registration: Registration }

async function unheardOf(tx: Tx, meeting: Pick<Meeting, 'id'>): Promise<Unheard[]> {
  const { kind, meetingId, sentAt, endedAt, attempts } = letters
  const isUntried = and(isNull(sentAt), isNull(endedAt), eq(attempts, 0))
  return await tx
    .select({ letter: letters, registration: registrations })
    .from(letters)
    .innerJoin(registrations, eq(registrations.id, letters.registrationId))
    .where(and(eq(meetingId, meeting.id), eq(kind, 'workshop-dropped'), isUntried))
}
