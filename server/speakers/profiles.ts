import { inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Project, type Speaker, speakers } from '../../db/schema.ts'
import { unpictured } from './queries.ts'

/** What the public may know of somebody whose name is on the agenda. */
export type Profile = Pick<Speaker, 'id' | 'kind' | 'bio' | 'links' | 'languages' | 'pictureId'>

/** Of those whom a public agenda names, by id; without the pictures that no guardian agreed to. */
export async function profilesOf(
  db: Reads,
  project: Pick<Project, 'id'>,
  named: readonly { id: string }[],
): Promise<Map<string, Profile>> {
  const wanted = [...new Set(named.map((speaker) => speaker.id))]
  const { id, kind, bio, links, languages, pictureId } = speakers
  const rows = await db
    .select({ id, kind, bio, links, languages, pictureId })
    .from(speakers)
    .where(inArray(id, [...wanted, '']))
  const hidden = await unpictured(db, project)
  return new Map(rows.map((row) => [row.id, hidden.has(row.id) ? { ...row, pictureId: null } : row]))
}
