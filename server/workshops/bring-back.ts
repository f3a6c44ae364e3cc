import { and, eq, isNull } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { type Letter, letters, type Meeting, registrations, workshopChoices } from '../../db/schema.ts'
import { choicesAt } from './queries.ts'
import { tellChoosers } from './tell.ts'

/**
 * A workshop that comes back before anybody heard that it was off has the same people in it and in its line, and nobody
 * is written to. Whoever has heard chooses anew.
 */
export async function bringBack(
  tx: Tx,
  meeting: Meeting,
  slotIds: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  const unheard = (await unheardOf(tx, meeting)).filter(({ facts }) => slotIds.includes(facts.slotId ?? ''))
  const counted = await choicesAt(tx, meeting)
  for (const { id, facts, registrationId } of unheard) {
    await tx.update(letters).set({ endedAt: now, ending: 'overtaken' }).where(eq(letters.id, id))
    const [registration] = await tx
      .select()
      .from(registrations)
      .where(and(eq(registrations.id, registrationId ?? ''), eq(registrations.status, 'confirmed')))
    const slotId = facts.slotId ?? ''
    const isAnew = counted.some((one) => one.slotId === slotId && one.registration.id === registrationId)
    if (!registration || isAnew) continue
    const hasGrown = registration.seats > Number(facts.seats)
    const status = facts.was === 'in' && !hasGrown ? 'in' : 'waiting'
    await tx
      .update(workshopChoices)
      .set({ status, statusAt: now })
      .where(eq(workshopChoices.id, facts.choice ?? ''))
    if (facts.was === 'in' && hasGrown)
      await tellChoosers(tx, 'workshop-out', meeting, [{ slotId, registration, facts: { why: 'grown' } }], now)
  }
}

async function unheardOf(tx: Tx, meeting: Pick<Meeting, 'id'>): Promise<Letter[]> {
  const { kind, meetingId, sentAt, endedAt, attempts } = letters
  const isUntried = and(isNull(sentAt), isNull(endedAt), eq(attempts, 0))
  return await tx
    .select()
    .from(letters)
    .where(and(eq(meetingId, meeting.id), eq(kind, 'workshop-dropped'), isUntried))
}
