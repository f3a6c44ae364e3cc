import { eq, inArray } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, type Slot, slots } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { Refusal } from '../refusal.ts'
import { isPublished } from './published.ts'
import { slidesIn, slidesOf, withheldSlots } from './queries.ts'

type Where = { project: Project; meeting: Meeting }

/** Shows everybody what is in for a slot. Refuses while a young speaker's guardian has not agreed to the name. */
export async function publishSlides(
  db: Database,
  { project, meeting }: Where,
  slot: Slot,
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const publish = async (tx: Tx) => {
    await writableProject(tx, project)
    const [fresh] = await tx.select().from(slots).where(eq(slots.id, slot.id))
    const its = await slidesIn(tx, slot)
    if (!fresh || its.every((one) => isPublished(fresh, one))) return
    if ((await withheldSlots(tx, project, meeting)).has(slot.id)) throw new Refusal('slides.guardian')
    await tx.update(slots).set({ slidesPublishedAt: now }).where(eq(slots.id, slot.id))
    await record(tx, 'slides.published', by, { project, meeting }, now, { title: JSON.stringify(slot.title) })
  }
  await db.transact(publish, { touches: project.id, lock: slot.id })
}

export async function unpublishSlides(
  db: Database,
  { project, meeting }: Where,
  slot: Slot,
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const unpublish = async (tx: Tx) => {
    await writableProject(tx, project)
    const [fresh] = await tx.select().from(slots).where(eq(slots.id, slot.id))
    if (!fresh?.slidesPublishedAt) return
    await tx.update(slots).set({ slidesPublishedAt: null }).where(eq(slots.id, slot.id))
    await record(tx, 'slides.unpublished', by, { project, meeting }, now, { title: JSON.stringify(slot.title) })
  }
  await db.transact(unpublish, { touches: project.id, lock: slot.id })
}

/** Everything that is in, except where a guardian's yes is missing. */
export async function publishAllSlides(
  db: Database,
  { project, meeting }: Where,
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const publish = async (tx: Tx) => {
    await writableProject(tx, project)
    const [handedIn, withheld] = [await slidesOf(tx, meeting), await withheldSlots(tx, project, meeting)]
    const all = await tx.select().from(slots).where(eq(slots.meetingId, meeting.id))
    const due = all.filter(
      (slot) => !withheld.has(slot.id) && handedIn.get(slot.id)?.some((one) => !isPublished(slot, one)),
    )
    if (due.length === 0) return
    const ids = due.map(({ id }) => id)
    await tx.update(slots).set({ slidesPublishedAt: now }).where(inArray(slots.id, ids))
    await record(tx, 'slides.all-published', by, { project, meeting }, now)
  }
  await db.transact(publish, { touches: project.id, lock: meeting.id })
}
