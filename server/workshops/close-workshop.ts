import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, type Slot, workshops } from '../../db/schema.ts'
import { raiseWorkshopSequences } from '../calendar/own-sequence.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'
import { choicesAt, workshopsOf } from './queries.ts'
import { tellChoosers } from './tell.ts'

type Where = { project: Pick<Project, 'id'>; meeting: Pick<Meeting, 'id'> }

/** Nobody needs to sign up for it any more; whoever had is told so. */
export async function closeWorkshop(
  db: Database,
  { project, meeting }: Where,
  slot: Pick<Slot, 'id' | 'title'>,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const known = (await workshopsOf(tx, meeting)).find(({ slotId }) => slotId === slot.id)
      if (!known) return
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      const choices = (await choicesAt(tx, meeting)).filter(({ slotId }) => slotId === slot.id)
      const told = choices.map((choice) => ({ ...choice, facts: { was: choice.status } }))
      await tellChoosers(tx, 'workshop-closed', fresh, told, now)
      await raiseWorkshopSequences(
        tx,
        choices.map(({ registration }) => registration.id),
      )
      await tx.delete(workshops).where(eq(workshops.slotId, slot.id))
      await record(tx, 'workshop.closed', by, { project, meeting }, now, { title: JSON.stringify(slot.title) })
    },
    { touches: project.id, lock: meeting.id },
  )
}
