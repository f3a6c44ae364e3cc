import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, type Slot, workshops } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { moveIn } from './move-in.ts'
import { workshopsOf } from './queries.ts'

type Where = { project: Pick<Project, 'id'>; meeting: Pick<Meeting, 'id'> }

/**
 * Lets people sign up for a slot by itself, with so many places, or changes how many. With more, the first who wait move
 * in; with fewer, nobody is thrown out.
 */
export async function setPlaces(
  db: Database,
  { project, meeting }: Where,
  slot: Pick<Slot, 'id' | 'title'>,
  places: number,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const known = (await workshopsOf(tx, meeting)).find(({ slotId }) => slotId === slot.id)
      if (known?.places === places) return
      if (known) await tx.update(workshops).set({ places }).where(eq(workshops.slotId, slot.id))
      else await tx.insert(workshops).values({ slotId: slot.id, meetingId: meeting.id, places })
      const facts = { title: JSON.stringify(slot.title), count: String(places) }
      await record(tx, known ? 'workshop.places' : 'workshop.opened', by, { project, meeting }, now, facts)
      await moveIn(tx, meeting, now)
    },
    { touches: project.id, lock: meeting.id },
  )
}
