import { and, eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, type Slot, slots } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'

type Where = { project: Project; meeting: Meeting }

/** Whether the speakers of a slot are asked for slides. What they have handed in stays either way. */
export async function wantSlides(
  db: Database,
  { project, meeting }: Where,
  slot: Slot,
  asked: 'wanted' | 'unwanted',
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const want = async (tx: Tx) => {
    await writableProject(tx, project)
    const slidesWanted = asked === 'wanted'
    const differs = and(eq(slots.id, slot.id), eq(slots.slidesWanted, !slidesWanted))
    const changed = await tx.update(slots).set({ slidesWanted }).where(differs).returning({ id: slots.id })
    if (changed.length === 0) return
    await record(tx, `slides.${asked}`, by, { project, meeting }, now, { title: JSON.stringify(slot.title) })
  }
  await db.transact(want, { touches: 'nothing', lock: meeting.id })
}

/** Asks for the slides of every story. */
export async function wantSlidesOfStories(
  db: Database,
  { project, meeting }: Where,
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const want = async (tx: Tx) => {
    await writableProject(tx, project)
    const stories = and(eq(slots.meetingId, meeting.id), eq(slots.type, 'story'), eq(slots.internal, false))
    const unasked = and(stories, eq(slots.slidesWanted, false))
    const changed = await tx.update(slots).set({ slidesWanted: true }).where(unasked).returning({ id: slots.id })
    if (changed.length > 0) await record(tx, 'slides.all-wanted', by, { project, meeting }, now)
  }
  await db.transact(want, { touches: 'nothing', lock: meeting.id })
}
