import { quotes, sections } from '../../db/demo/afterwards/report.ts'
import type { Database } from '../../db/open.ts'
import type { Organiser, Project } from '../../db/schema.ts'
import { finishReport } from '../report/finish-report.ts'
import { saveReport } from '../report/save-report.ts'
import { photosToChoose } from '../report/told.ts'

/** The closing report, finished, with two photos of each meeting. */
export async function writeReport(db: Database, project: Project, by: Organiser, now: Temporal.Instant): Promise<void> {
  const at = now.subtract({ hours: 2 * 24 })
  const each = Map.groupBy(await photosToChoose(db, project, at), ({ meetingId }) => meetingId)
  const photoIds = [...each.values()].flatMap((photos) => photos.slice(0, 2).map(({ id }) => id))
  await saveReport(db, project, 0, { sections, quotes, photoIds }, by, at)
  await finishReport(db, project, by, at.add({ hours: 1 }))
}
