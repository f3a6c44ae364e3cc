import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import {
  type Meeting,
  type Organiser,
  type Project,
  type Slides,
  type Slot,
  type Speaker,
  slides,
  slotSpeakers,
  slots,
} from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound, Refusal } from '../refusal.ts'
import { slidesIn } from './queries.ts'

export const mostSlides = 5

export type Where = { project: Project; meeting: Meeting; slot: Slot }
/** Speakers hand in their own; organisers also on behalf of those who cannot. */
export type By = { speaker: Pick<Speaker, 'id'> } | { organiser: Pick<Organiser, 'id'> }
type NewSlides = Pick<Slides, 'id' | 'type' | 'name' | 'bytes' | 'handedInAt'>

/** Writes down slides whose file is in its place; what they replace is returned, its file still there. */
export async function addSlides(
  db: Database,
  { project, meeting, slot }: Where,
  row: NewSlides,
  replaced: string | null,
  by: By,
): Promise<Slides | null> {
  const add = async (tx: Tx) => {
    await writableProject(tx, project)
    await stillTheirs(tx, slot, by)
    const others = await slidesIn(tx, slot)
    if (others.some(({ id }) => id === row.id)) return null
    const gone = others.find(({ id }) => id === replaced) ?? null
    if (others.length - (gone ? 1 : 0) >= mostSlides) throw new Refusal('slides.too-many', { most: mostSlides })
    if (gone) await tx.delete(slides).where(eq(slides.id, gone.id))
    await tx.insert(slides).values({ ...row, slotId: slot.id, speakerId: 'speaker' in by ? by.speaker.id : null })
    const title = JSON.stringify(slot.title)
    const who = 'organiser' in by ? by.organiser : null
    await record(tx, 'slides.handed-in', who, { project, meeting }, row.handedInAt, { title })
    return gone
  }
  return await db.transact(add, { touches: replaced ? project.id : 'nothing', lock: slot.id })
}

/** The slot may have been removed, and the speaker have said no, since they were shown the form. */
export async function stillTheirs(tx: Tx, slot: Pick<Slot, 'id'>, by: By): Promise<Slot> {
  const [found = notFound()] = await tx.select().from(slots).where(eq(slots.id, slot.id))
  if ('organiser' in by) return found
  const own = and(eq(slotSpeakers.slotId, slot.id), eq(slotSpeakers.speakerId, by.speaker.id))
  const said = and(own, inArray(slotSpeakers.standing, ['accepted', 'confirmed']))
  const [theirs] = await tx.select({ slotId: slotSpeakers.slotId }).from(slotSpeakers).where(said)
  return theirs ? found : notFound()
}
