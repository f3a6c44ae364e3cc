import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { days, meetings } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'
import { addReminders, usual } from '../reminders/set-reminders.ts'
import { columnsOf, inOrder, type MeetingInput } from './input.ts'
import { objections, refuse } from './objections.ts'
import { nextNumber } from './queries.ts'

/** Those who came are asked how it was, unless organisers switch that off. */
const atFirst = { status: 'draft', surveys: true } as const

/** A draft at the end of the project's series. */
export async function createMeeting(
  db: Database,
  project: Project,
  input: MeetingInput,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Meeting> {
  return await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      refuse(await objections(tx, project, null, input))
      const number = await nextNumber(tx, project)
      const [meeting = notFound()] = await tx
        .insert(meetings)
        .values({ ...columnsOf(input), ...atFirst, projectId: project.id, number, createdAt: now, changedAt: now })
        .returning()
      await tx.insert(days).values(inOrder(input.days).map((day) => ({ ...day, meetingId: meeting.id })))
      await addReminders(tx, meeting, usual, now)
      await record(tx, 'meeting.created', by, { project, meeting }, now)
      return meeting
    },
    { touches: project.id, lock: project.id },
  )
}
