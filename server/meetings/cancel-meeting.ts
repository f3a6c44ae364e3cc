import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { meetings } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound, Refusal } from '../refusal.ts'
import { daysOf, freshMeeting } from './queries.ts'
import { tellGuests } from './tell-guests.ts'

/** Calls a meeting off for good. Registrations stay as they were: they are history. */
export async function cancelMeeting(
  db: Database,
  project: Project,
  meeting: Meeting,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Meeting> {
  return await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const before = (await freshMeeting(tx, meeting)) ?? notFound()
      if (before.status === 'cancelled') return before
      if (before.status === 'draft') throw new Refusal('meeting.not-published')
      const [after = notFound()] = await tx
        .update(meetings)
        .set({ status: 'cancelled', cancelledAt: now, sequence: before.sequence + 1, changedAt: now })
        .where(eq(meetings.id, meeting.id))
        .returning()
      await record(tx, 'meeting.cancelled', by, { project, meeting }, now)
      await tellGuests(tx, project, { kind: 'cancelled', before, days: await daysOf(tx, before), after }, now)
      return after
    },
    { touches: project.id, lock: meeting.id },
  )
}
