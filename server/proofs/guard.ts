import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, meetings, type Organiser, type Project } from '../../db/schema.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'
import { newToken } from '../secrets.ts'

type Deed = (
  db: Database,
  project: Project,
  meeting: Pick<Meeting, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
) => Promise<void>

/** From now on whoever signs up lets their device calculate first. Each time under a new key. */
export const guard: Deed = setting('registrations.guarded', () => newToken())

/** Forms are taken at once again, and solutions from before count for nothing. */
export const stopGuarding: Deed = setting('registrations.unguarded', () => null)

function setting(deed: 'registrations.guarded' | 'registrations.unguarded', newKey: () => string | null): Deed {
  return async (db, project, meeting, by, now) => {
    await db.transact(
      async (tx) => {
        await writableProject(tx, project)
        const { id, guardKey: before } = (await freshMeeting(tx, meeting)) ?? notFound()
        const guardKey = newKey()
        if (Boolean(before) === Boolean(guardKey)) return
        await tx.update(meetings).set({ guardKey }).where(eq(meetings.id, id))
        await record(tx, deed, by, { project, meeting }, now)
      },
      { touches: project.id, lock: meeting.id },
    )
  }
}
