import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { record } from '../history.ts'
import { type Listed, type Look, matching } from './list.ts'

/** Everybody whom the look shows, to be taken away; that it was taken, and by whom, is written down. */
export async function exportRegistrations(
  db: Database,
  project: Project,
  meeting: Meeting,
  look: Look,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Listed[]> {
  return await db.transact(
    async (tx) => {
      const rows = await matching(tx, meeting, look)
      await record(tx, 'registrations.exported', by, { project, meeting }, now, { people: String(rows.length) })
      return rows
    },
    { touches: 'nothing' },
  )
}
