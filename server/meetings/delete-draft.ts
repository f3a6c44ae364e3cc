import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { meetings } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { Refusal } from '../refusal.ts'
import { freshMeeting } from './queries.ts'

/** Removes a draft with all that was planned for it. What the public has seen is cancelled instead. */
export async function deleteDraft(
  db: Database,
  project: Project,
  meeting: Meeting,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const current = await freshMeeting(tx, meeting)
      if (!current) return
      if (current.status !== 'draft') throw new Refusal('meeting.not-a-draft')
      await tx.delete(meetings).where(eq(meetings.id, meeting.id))
      await record(tx, 'meeting.deleted', by, { project }, now, { title: JSON.stringify(current.title) })
    },
    { touches: project.id, lock: meeting.id },
  )
}
