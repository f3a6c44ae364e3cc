import { and, eq, isNull, ne } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Material, materials, type Organiser } from '../../db/schema.ts'
import { discard, type FileStore } from '../files/store.ts'
import { type HistoryDeed, record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound, Refusal } from '../refusal.ts'
import type { MaterialInput } from './forms.ts'
import { materialsOf, type Place } from './queries.ts'
import { materialKey } from './store.ts'

type By = Pick<Organiser, 'id'>
type Id = { id: string }

/** What is said of it from now on; as evidence it is public no longer. */
export async function editMaterial(
  db: Database,
  place: Place,
  { id }: Id,
  { slot, ...input }: MaterialInput,
  by: By,
  now: Temporal.Instant,
): Promise<void> {
  await change(db, place, { id }, now, by, async (tx) => {
    const hidden = input.kind === 'evidence' ? { publishedAt: null } : {}
    await tx
      .update(materials)
      .set({ ...input, slotId: slot || null, ...hidden })
      .where(eq(materials.id, id))
    return 'material.edited'
  })
}

export async function publishMaterial(db: Database, place: Place, { id }: Id, by: By, now: Temporal.Instant) {
  await change(db, place, { id }, now, by, async (tx, { kind, publishedAt }) => {
    if (kind === 'evidence') throw new Refusal('materials.evidence-stays')
    if (publishedAt) return null
    await tx.update(materials).set({ publishedAt: now }).where(eq(materials.id, id))
    return 'material.published'
  })
}

export async function unpublishMaterial(db: Database, place: Place, { id }: Id, by: By, now: Temporal.Instant) {
  await change(db, place, { id }, now, by, async (tx, { publishedAt }) => {
    if (!publishedAt) return null
    await tx.update(materials).set({ publishedAt: null }).where(eq(materials.id, id))
    return 'material.unpublished'
  })
}

/** Everything of a meeting, or of the project as a whole; evidence never. */
export async function publishAllMaterials(
  db: Database,
  { project, meeting }: Place,
  by: By,
  now: Temporal.Instant,
): Promise<void> {
  const publish = async (tx: Tx) => {
    await writableProject(tx, project)
    const its = meeting ? eq(materials.meetingId, meeting.id) : isNull(materials.meetingId)
    const due = and(
      eq(materials.projectId, project.id),
      its,
      isNull(materials.publishedAt),
      ne(materials.kind, 'evidence'),
    )
    const changed = await tx.update(materials).set({ publishedAt: now }).where(due).returning({ id: materials.id })
    if (changed.length > 0) await record(tx, 'materials.published', by, { project, meeting }, now)
  }
  await db.transact(publish, { touches: project.id, lock: project.id })
}

/** Past its neighbour; at the end nothing happens. */
export async function moveMaterial(
  db: Database,
  { project, meeting }: Place,
  { id }: Id,
  to: 'up' | 'down',
): Promise<void> {
  const move = async (tx: Tx) => {
    await writableProject(tx, project)
    const all = await materialsOf(tx, { project, meeting })
    const at = all.findIndex((one) => one.id === id)
    const [one, other] = [all[at] ?? notFound(), all[at + (to === 'up' ? -1 : 1)]]
    if (!other) return
    await tx.update(materials).set({ position: other.position }).where(eq(materials.id, one.id))
    await tx.update(materials).set({ position: one.position }).where(eq(materials.id, other.id))
  }
  await db.transact(move, { touches: project.id, lock: project.id })
}

/** Its file too; a published one is gone from the public pages at once. */
export async function removeMaterial(
  db: Database,
  files: FileStore,
  place: Place,
  { id }: Id,
  by: By,
  now: Temporal.Instant,
): Promise<void> {
  const { project, meeting } = place
  const remove = async (tx: Tx) => {
    await writableProject(tx, project)
    const found = (await materialsOf(tx, place)).find((one) => one.id === id) ?? notFound()
    await tx.delete(materials).where(eq(materials.id, id))
    await record(tx, 'material.removed', by, { project, meeting }, now, { title: JSON.stringify(found.title) })
    return found
  }
  const gone = await db.transact(remove, { touches: project.id, lock: project.id })
  if (gone.type) await discard(files, materialKey(gone))
}

type Change = (tx: Tx, found: Material) => Promise<HistoryDeed | null>

/** Only what is of that place; what it was is written down when something has changed. */
async function change(db: Database, place: Place, { id }: Id, now: Temporal.Instant, by: By, act: Change) {
  const { project, meeting } = place
  const deed = async (tx: Tx) => {
    await writableProject(tx, project)
    const found = (await materialsOf(tx, place)).find((one) => one.id === id) ?? notFound()
    const done = await act(tx, found)
    if (done) await record(tx, done, by, { project, meeting }, now, { title: JSON.stringify(found.title) })
  }
  await db.transact(deed, { touches: project.id, lock: project.id })
}
