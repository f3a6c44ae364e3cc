import type { Tx } from '../../db/open.ts'
import type { Meeting, Registration } from '../../db/schema.ts'
import { onceOf, type QueuedLetter, queueLetters } from '../mail/queue.ts'
import { isOver } from '../meetings/status.ts'
import { newManageLinks } from '../registrations/links.ts'

/** Moved in; taken out; the workshop is off the agenda; it needs no sign-up any more. */
export type WorkshopLetter = 'workshop-in' | 'workshop-out' | 'workshop-dropped' | 'workshop-closed'

/** Whom a letter about a workshop goes to, and about which. */
export type Chooser = {
  slotId: string
  registration: Pick<Registration, 'id' | 'email' | 'locale'>
  /** What will be gone by the time it is written. */
  facts?: Record<string, string>
}

/** Queues a letter to each who has an address, about something that they did not do themselves. */
export async function tellChoosers(
  tx: Tx,
  kind: WorkshopLetter,
  meeting: Meeting,
  choosers: readonly Chooser[],
  now: Temporal.Instant,
  { dueAt }: { dueAt?: Temporal.Instant } = {},
): Promise<void> {
  if (meeting.status === 'cancelled' || isOver(meeting, now)) return
  const reachable = choosers.filter(({ registration }) => registration.email !== null)
  // A statement takes only so many values.
  for (let i = 0; i < reachable.length; i += 500) {
    const some = reachable.slice(i, i + 500)
    const people = some.map(({ registration }) => registration)
    const tokens = await newManageLinks(tx, people, meeting, now)
    const queued = some.map(
      ({ slotId, facts, registration: { id, email, locale } }, at): QueuedLetter => ({
        ...{ kind, projectId: meeting.projectId, meetingId: meeting.id, registrationId: id },
        ...{ recipient: email ?? '', locale, facts: { slotId, ...facts }, token: tokens[at] },
        ...(dueAt ? { dueAt } : {}),
        once: facts?.choice && facts.version ? onceOf(kind, facts.choice, facts.version) : null,
      }),
    )
    await queueLetters(tx, queued, now)
  }
}
