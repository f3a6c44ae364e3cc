import { createHash } from 'node:crypto'
import { type DemoMaterial, materials } from '../../db/demo/afterwards/materials.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { slotsOf } from '../agenda/queries.ts'
import { type FileStore, putBytes } from '../files/store.ts'
import { addMaterial, type What } from '../materials/add-material.ts'
import { publishMaterial } from '../materials/change-material.ts'
import { materialId, materialKey } from '../materials/store.ts'
import { slugFrom } from '../slug.ts'
import type { Held } from './dialogue.ts'
import { sheet } from './sheet.ts'

type Told = { db: Database; files: FileStore; project: Project; by: Organiser }

/** Documents, links and sign sheets; all but the sheets for everybody. */
export async function collectMaterials(here: Told, held: Held): Promise<void> {
  for (const told of materials) {
    const meeting = told.meeting ? held[told.meeting] : null
    await collect(here, meeting, told, (meeting ?? held.last).endsAt.add({ hours: 24 * 3 }))
  }
}

async function collect(
  { db, files, project, by }: Told,
  meeting: Meeting | null,
  told: DemoMaterial,
  now: Temporal.Instant,
): Promise<void> {
  const { kind, title, licence, credit } = told
  const slots = meeting && told.slot ? await slotsOf(db, meeting) : []
  const slot = slots.find((one) => one.title.en === told.slot)?.id ?? ''
  const place = { project, meeting }
  const what = await kept(files, place, told)
  await addMaterial(db, place, what, { kind, title, licence, credit, slot }, by, now)
  if (kind !== 'evidence') await publishMaterial(db, place, what, by, now.add({ minutes: 10 }))
}

async function kept(
  files: FileStore,
  place: { project: Project; meeting: Meeting | null },
  { title, what }: DemoMaterial,
): Promise<What> {
  if ('url' in what) return { id: materialId(place, what.url), url: what.url }
  const pdf = sheet(title.en, what.lines)
  const id = materialId(place, createHash('sha256').update(pdf).digest('hex'))
  await putBytes(files, materialKey({ id }), pdf)
  return { id, name: `${slugFrom(title.lv)}.pdf`, type: 'pdf', bytes: pdf.length }
}
