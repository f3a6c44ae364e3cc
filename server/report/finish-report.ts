import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Organiser, type Project, reports } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { reportOf } from './queries.ts'

type By = Pick<Organiser, 'id'>

/** Nobody changes it from now on; where nothing is written, there is nothing to finish. */
export async function finishReport(db: Database, project: Project, by: By, now: Temporal.Instant): Promise<void> {
  await turn(db, project, by, now, now)
}

export async function reopenReport(db: Database, project: Project, by: By, now: Temporal.Instant): Promise<void> {
  await turn(db, project, by, null, now)
}

async function turn(
  db: Database,
  project: Project,
  by: By,
  finishedAt: Temporal.Instant | null,
  now: Temporal.Instant,
): Promise<void> {
  const set = async (tx: Tx) => {
    await writableProject(tx, project)
    const before = await reportOf(tx, project)
    if (!before || (before.finishedAt === null) === (finishedAt === null)) return
    await tx.update(reports).set({ finishedAt }).where(eq(reports.projectId, project.id))
    await record(tx, finishedAt ? 'report.finished' : 'report.reopened', by, { project }, now)
  }
  await db.transact(set, { touches: 'nothing', lock: `report ${project.id}` })
}
