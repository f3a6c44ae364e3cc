import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { meetings } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound, Refusal } from '../refusal.ts'
import { daysOf, freshMeeting } from './queries.ts'
import { tellGuests } from './tell-guests.ts'

/** Takes the date back until there is a new one (`editMeeting`); everybody keeps their place. */
export async function postponeMeeting(
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
      if (before.status === 'postponed') return before
      if (before.status !== 'published') throw new Refusal('meeting.not-published')
      const [after = notFound()] = await tx
        .update(meetings)
        .set({ status: 'postponed', sequence: before.sequence + 1, changedAt: now })
        .where(eq(meetings.id, meeting.id))
        .returning()
      await record(tx, 'meeting.postponed', by, { project, meeting }, now)
      await tellGuests(tx, project, { kind: 'postponed', before, days: await daysOf(tx, before), after }, now)
      return after
    },
    { touches: project.id, lock: meeting.id },
  )
}
