import { and, asc, eq, lt } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import {
  type Material,
  type Meeting,
  materials,
  meetings,
  type Project,
  type Report,
  reports,
} from '../../db/schema.ts'

/** What people have written into a project's closing report; null: nothing yet. */
export async function reportOf(db: Reads, { id }: Pick<Project, 'id'>): Promise<Report | null> {
  const [found] = await db.select().from(reports).where(eq(reports.projectId, id))
  return found ?? null
}

/** Those that are over, and were held. */
export async function heldMeetings(db: Reads, { id }: Pick<Project, 'id'>, now: Temporal.Instant): Promise<Meeting[]> {
  return await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.projectId, id), eq(meetings.status, 'published'), lt(meetings.endsAt, now)))
    .orderBy(asc(meetings.number))
}

/** Sign sheets and whatever else is for the funder alone. */
export async function evidenceOf(db: Reads, { id }: Pick<Project, 'id'>): Promise<Material[]> {
  return await db
    .select()
    .from(materials)
    .where(and(eq(materials.projectId, id), eq(materials.kind, 'evidence')))
    .orderBy(asc(materials.position), asc(materials.id))
}
