import { eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Project, type Report, reports } from '../../db/schema.ts'

/** What people have written into a project's closing report; null: nothing yet. */
export async function reportOf(db: Reads, { id }: Pick<Project, 'id'>): Promise<Report | null> {
  const [found] = await db.select().from(reports).where(eq(reports.projectId, id))
  return found ?? null
}
