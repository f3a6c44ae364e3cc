import type { Database } from '../../db/open.ts'
import type { Organiser, Project } from '../../db/schema.ts'
import { saveReport } from '../../server/report/save-report.ts'
import { sectionKeys } from '../../server/report/sections.ts'

/** Every section written, and so many quotes. */
export async function reportIn(
  { db, project }: { db: Database; project: Project },
  { title, size, owner }: { title: string; size: number; owner: Organiser },
  now: Temporal.Instant,
): Promise<void> {
  const text = { lv: title, en: title }
  const sections = Object.fromEntries(sectionKeys.map((key) => [key, text]))
  const quotes = Array.from({ length: Math.min(size, 60) }, () => ({ text, by: text }))
  await saveReport(db, project, 0, { sections, quotes, photoIds: [] }, owner, now)
}
