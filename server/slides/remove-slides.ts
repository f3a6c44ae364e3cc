import { and, eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { slides } from '../../db/schema.ts'
import { discard, type FileStore } from '../files/store.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { type By, stillTheirs, type Where } from './add-slides.ts'
import { slidesKey } from './store.ts'

/** Takes slides back, their file too; published ones are gone from the public pages at once. */
export async function removeSlides(
  db: Database,
  files: FileStore,
  { project, meeting, slot }: Where,
  { id }: { id: string },
  by: By,
  now: Temporal.Instant,
): Promise<void> {
  const remove = async (tx: Tx) => {
    await writableProject(tx, project)
    await stillTheirs(tx, slot, by)
    const its = and(eq(slides.id, id), eq(slides.slotId, slot.id))
    const [gone] = await tx.delete(slides).where(its).returning()
    const who = 'organiser' in by ? by.organiser : null
    const title = JSON.stringify(slot.title)
    if (gone) await record(tx, 'slides.removed', who, { project, meeting }, now, { title })
    return gone
  }
  const gone = await db.transact(remove, { touches: project.id, lock: slot.id })
  if (gone) await discard(files, slidesKey(gone))
}
