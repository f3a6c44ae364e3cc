import { isDeepStrictEqual } from 'node:util'
import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Organiser, type Project, type Report, reports } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { reportOf } from './queries.ts'

export type ReportInput = Pick<Report, 'sections' | 'quotes' | 'photoIds'>

/** Saves what somebody wrote; the report as it stands where somebody else has saved since `version` (0: none), or finished it. */
export async function saveReport(
  db: Database,
  project: Project,
  version: number,
  input: ReportInput,
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<{ overtakenBy: Report } | null> {
  const save = async (tx: Tx) => {
    await writableProject(tx, project)
    const before = await reportOf(tx, project)
    if (before && saysTheSame(before, input)) return null
    if (before && (before.finishedAt || before.version !== version)) return { overtakenBy: before }
    const row = { ...input, version: (before?.version ?? 0) + 1, changedAt: now }
    if (before) await tx.update(reports).set(row).where(eq(reports.projectId, project.id))
    else await tx.insert(reports).values({ ...row, projectId: project.id })
    await record(tx, 'report.edited', by, { project }, now)
    return null
  }
  return await db.transact(save, { touches: 'nothing', lock: `report ${project.id}` })
}

function saysTheSame({ sections, quotes, photoIds }: Report, input: ReportInput): boolean {
  return isDeepStrictEqual({ sections, quotes, photoIds }, input)
}
