import type { Database, Tx } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { type HistoryDeed, record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { isOver } from '../meetings/status.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound, Refusal } from '../refusal.ts'
import { type Part, type PartRow, partOf } from './parts.ts'

export type Where = { project: Project; meeting: Meeting }

/** `change` answers whether it changed anything: only then is it history. `by` is absent when the speaker acts. */
export type Standings = {
  deed: HistoryDeed
  by: Organiser | null
  change: (tx: Tx, found: PartRow, fresh: Where) => Promise<boolean>
}

/** One change of what a speaker was asked or said about one slot. The public may be shown less at once. */
export async function changeStanding(
  db: Database,
  { project, meeting }: Where,
  part: Part,
  now: Temporal.Instant,
  { deed, by, change }: Standings,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const fresh = { project: await writableProject(tx, project), meeting: await goingOn(tx, meeting, now) }
      const found = (await partOf(tx, meeting, part)) ?? notFound()
      const hasChanged = await change(tx, found, fresh)
      if (hasChanged) await record(tx, deed, by, fresh, now, { title: JSON.stringify(found.slot.title) })
    },
    { touches: project.id, lock: meeting.id },
  )
}

/** After the meeting, or once it is off, nobody is asked or answers any more. */
export async function goingOn(tx: Tx, { id }: Pick<Meeting, 'id'>, now: Temporal.Instant): Promise<Meeting> {
  const meeting = (await freshMeeting(tx, { id })) ?? notFound()
  if (meeting.status === 'cancelled') throw new Refusal('speakers.meeting-cancelled')
  if (isOver(meeting, now)) throw new Refusal('speakers.meeting-over')
  return meeting
}
