import { and, eq, notInArray } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { reminders } from '../../db/schema.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'
import { dueAt } from './queries.ts'

/** What organisers can choose from. */
export const choices = [14 * 24, 7 * 24, 3 * 24, 2 * 24, 24, 3, 1] as const

/** What a new meeting has: the day before. */
export const usual: readonly number[] = [24]

/** How many hours before the meeting its people are reminded; none is never. One whose time has passed is not caught up. */
export async function setReminders(
  db: Database,
  { project, meeting }: { project: Project; meeting: Meeting },
  hours: readonly number[],
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      const others = hours.length > 0 ? notInArray(reminders.hoursAhead, [...hours]) : undefined
      await tx.delete(reminders).where(and(eq(reminders.meetingId, fresh.id), others))
      await addReminders(tx, fresh, hours, now)
      await record(tx, 'meeting.reminders', by, { project, meeting }, now)
    },
    { touches: 'nothing', lock: meeting.id },
  )
}

/** Those that are there already stay as they are. */
export async function addReminders(
  tx: Tx,
  meeting: Pick<Meeting, 'id' | 'startsAt'>,
  hours: readonly number[],
  now: Temporal.Instant,
): Promise<void> {
  const rows = hours.map((hoursAhead) => {
    const isPast = Temporal.Instant.compare(dueAt(meeting, { hoursAhead }), now) <= 0
    return { meetingId: meeting.id, hoursAhead, doneFor: isPast ? meeting.startsAt : null }
  })
  if (rows.length > 0) await tx.insert(reminders).values(rows).onConflictDoNothing()
}
