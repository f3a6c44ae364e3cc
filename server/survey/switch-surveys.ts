import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, meetings, type Organiser, type Project } from '../../db/schema.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'

/** Whether those who come are asked afterwards. */
export async function switchSurveys(
  db: Database,
  { project, meeting }: { project: Project; meeting: Meeting },
  to: 'on' | 'off',
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      if (fresh.surveys === (to === 'on')) return
      await tx
        .update(meetings)
        .set({ surveys: to === 'on' })
        .where(eq(meetings.id, meeting.id))
      await record(tx, to === 'on' ? 'survey.on' : 'survey.off', by, { project, meeting }, now)
    },
    { touches: 'nothing', lock: meeting.id },
  )
}
