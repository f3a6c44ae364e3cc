import type { Database } from '../../db/open.ts'
import type { Material, Meeting, Organiser, Project } from '../../db/schema.ts'
import { addMaterial } from '../../server/materials/add-material.ts'
import { publishMaterial } from '../../server/materials/change-material.ts'
import { materialId } from '../../server/materials/store.ts'

type Where = { db: Database; project: Project; owner: Organiser }

/** A link that everybody sees, of a meeting or of the project as a whole. */
export async function publishedLink(
  { db, project, owner }: Where,
  meeting: Meeting | null,
  at: Temporal.Instant,
  title: string,
  more: Partial<Material> = {},
): Promise<string> {
  const url = `https://example.org/press/${more.position ?? 0}`
  const [place, id] = [{ project, meeting }, materialId({ project, meeting }, url)]
  const about = { title: { lv: title }, kind: more.kind ?? 'press', licence: 'cc-by' as const, credit: title }
  await addMaterial(db, place, { id, url }, { ...about, slot: more.slotId ?? '' }, owner, at)
  await publishMaterial(db, place, { id }, owner, at)
  return id
}
