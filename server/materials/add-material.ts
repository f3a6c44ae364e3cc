import { max } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Material, materials, type Organiser } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { Refusal } from '../refusal.ts'
import type { MaterialInput } from './forms.ts'
import { materialsOf, type Place } from './queries.ts'

const mostMaterials = 200

/** A link, or a file that is in its place. */
export type What = { id: string } & Partial<Pick<Material, 'url' | 'name' | 'type' | 'bytes'>>

/** Writes down a material, behind all others of its place. The same one twice is there once, as it was. */
export async function addMaterial(
  db: Database,
  { project, meeting }: Place,
  what: What,
  { slot, ...input }: MaterialInput,
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const add = async (tx: Tx) => {
    await writableProject(tx, project)
    if ((await materialsOf(tx, { project, meeting })).length >= mostMaterials)
      throw new Refusal('materials.too-many', { most: mostMaterials })
    const [last] = await tx.select({ position: max(materials.position) }).from(materials)
    const row = { ...what, ...input, slotId: slot || null, addedAt: now, addedBy: by.id }
    const place = { projectId: project.id, meetingId: meeting?.id ?? null, position: Number(last?.position ?? 0) + 1 }
    const added = await tx
      .insert(materials)
      .values({ ...row, ...place })
      .onConflictDoNothing()
      .returning()
    if (added.length === 0) return
    await record(tx, 'material.added', by, { project, meeting }, now, { title: JSON.stringify(input.title) })
  }
  await db.transact(add, { touches: 'nothing', lock: project.id })
}
