import { isDeepStrictEqual } from 'node:util'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import type { Organiser, Project } from '../../db/schema.ts'
import { projects } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { type Counts, countingOf } from './counting.ts'

/** How the project counts from now on. Bands of people who are forgotten already stay as they were counted. */
export async function setCounting(
  db: Database,
  project: Project,
  counting: Counts,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const before = await writableProject(tx, project)
      if (isDeepStrictEqual(countingOf(before), counting)) return
      await tx.update(projects).set({ counting }).where(eq(projects.id, project.id))
      await record(tx, 'project.edited', by, { project }, now, { part: 'counting' })
    },
    { touches: project.id },
  )
}
