import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { meetings } from '../../db/schema.ts'
import { tellRelease } from '../digest/tell-release.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound, Refusal } from '../refusal.ts'
import { missing } from './missing.ts'
import { freshMeeting } from './queries.ts'

/** Shows a draft to the public. A meeting already over may be published too: for the archive. */
export async function publishMeeting(
  db: Database,
  project: Project,
  meeting: Meeting,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Meeting> {
  return await db.transact(
    async (tx) => {
      const itsProject = await writableProject(tx, project)
      const current = (await freshMeeting(tx, meeting)) ?? notFound()
      if (current.status === 'published') return current
      refuseUnpublishable(itsProject, current)
      const [published = notFound()] = await tx
        .update(meetings)
        .set({ status: 'published', publishedAt: now, changedAt: now })
        .where(eq(meetings.id, meeting.id))
        .returning()
      await record(tx, 'meeting.published', by, { project, meeting }, now)
      // Of what was released while nobody saw the meeting, its speakers have not heard yet.
      await tellRelease(tx, { project, meeting }, 0, now)
      return published
    },
    { touches: project.id, lock: meeting.id },
  )
}

function refuseUnpublishable(project: Project, meeting: Meeting): void {
  if (meeting.status === 'postponed') throw new Refusal('meeting.needs-new-date')
  if (meeting.status === 'cancelled') throw new Refusal('meeting.is-cancelled')
  const [lack] = missing(project, meeting)
  if (lack) throw new Refusal(lack)
}
