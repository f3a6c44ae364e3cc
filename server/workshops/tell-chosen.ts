import { and, asc, eq, isNull } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { type Letter, letters, type Meeting, type Registration } from '../../db/schema.ts'
import { queueLetter } from '../mail/queue.ts'
import { isOver } from '../meetings/status.ts'
import { newManageLinks } from '../registrations/links.ts'
import { chosenKind, type WasIn, wasIn } from './known.ts'

/** People try out what fits together: one letter says what came of it. */
const settling = { minutes: 10 }

/**
 * Tells somebody which workshops they are in since they chose one or left it, and their calendar too, once they have
 * left it alone for a while. `was`: how they stood in it; what came back to how they knew it is not told.
 */
export async function tellChosen(
  tx: Tx,
  meeting: Meeting,
  registration: Pick<Registration, 'id' | 'email' | 'locale'>,
  { slotId, was }: { slotId: string; was: 'in' | 'out' },
  now: Temporal.Instant,
): Promise<void> {
  const { email, locale, id } = registration
  if (email === null || meeting.status === 'cancelled' || isOver(meeting, now)) return
  const open = (await unsentTo(tx, registration)).filter(({ claimedUntil }) => claimedUntil === null)
  // As they last heard of it: the oldest letter knows.
  const heard: WasIn = Object.assign({ [slotId]: was }, ...open.toReversed().map(wasIn))
  const maybe: Record<string, string> = open.some(mayHaveArrived) ? { maybe: 'yes' } : {}
  await tx
    .update(letters)
    .set({ endedAt: now, ending: 'overtaken' })
    .where(and(isUnsentTo(registration), isNull(letters.claimedUntil)))
  const [token] = await newManageLinks(tx, [{ id }], meeting, now)
  const about = { kind: chosenKind, projectId: meeting.projectId, meetingId: meeting.id, registrationId: id }
  const facts = { slots: JSON.stringify(heard), ...maybe }
  const letter = { ...about, recipient: email, locale, facts, token, dueAt: now.add(settling) }
  await queueLetter(tx, letter, now)
}

async function unsentTo(tx: Tx, registration: Pick<Registration, 'id'>): Promise<Letter[]> {
  return await tx.select().from(letters).where(isUnsentTo(registration)).orderBy(asc(letters.queuedAt))
}

function isUnsentTo({ id }: Pick<Registration, 'id'>) {
  const { kind, registrationId, sentAt, endedAt } = letters
  return and(eq(kind, chosenKind), eq(registrationId, id), isNull(sentAt), isNull(endedAt))
}

function mayHaveArrived({ attempts, facts }: Letter): boolean {
  return attempts > 0 || facts.maybe !== undefined
}
