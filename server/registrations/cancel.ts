import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Registration } from '../../db/schema.ts'
import { registrations } from '../../db/schema.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { tell } from './letters.ts'
import { isLive, registrationOf } from './queries.ts'
import { offerFreedPlaces } from './waiting-list.ts'

/** Gives the place, the offer or the turn in line back; a freed place is offered at once. */
export async function cancel(
  db: Database,
  project: Project,
  meeting: Meeting,
  registration: Pick<Registration, 'id'>,
  now: Temporal.Instant,
  by: Organiser | null = null,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const current = await registrationOf(tx, meeting, registration.id)
      if (!current || !isLive(current)) return
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      const left = await end(tx, fresh, current, 'cancelled', now)
      await tell(tx, 'left', project, fresh, left, now, { was: current.status })
      if (by) await record(tx, 'registration.cancelled', by, { project, meeting }, now)
      await offerFreedPlaces(tx, project, meeting, now)
    },
    { touches: project.id, lock: meeting.id },
  )
}

/** Ends a registration; its SEQUENCE rises above everything sent to that person before. */
export async function end(
  tx: Tx,
  meeting: Meeting,
  current: Registration,
  status: 'cancelled' | 'lapsed',
  now: Temporal.Instant,
): Promise<Registration> {
  const sequence = Math.max(meeting.sequence, current.sequence) + 1
  const [ended] = await tx
    .update(registrations)
    .set({ status, statusAt: now, heldUntil: null, sequence })
    .where(eq(registrations.id, current.id))
    .returning()
  return ended ?? current
}
