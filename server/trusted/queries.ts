import { and, desc, eq, isNull } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type AbuseReport, abuseReports, type Project, type Voice, voices } from '../../db/schema.ts'

export type Reported = { report: AbuseReport; voice: Voice | null }

/** What was reported and nobody has dealt with yet, the newest first. */
export async function openReports(db: Reads, project: Pick<Project, 'id'>): Promise<Reported[]> {
  return await db
    .select({ report: abuseReports, voice: voices })
    .from(abuseReports)
    .leftJoin(voices, eq(voices.id, abuseReports.voiceId))
    .where(and(eq(abuseReports.projectId, project.id), isNull(abuseReports.closedAt)))
    .orderBy(desc(abuseReports.at), abuseReports.id)
}

export async function reportOf(db: Reads, project: Pick<Project, 'id'>, id: string): Promise<AbuseReport | null> {
  const own = and(eq(abuseReports.id, id), eq(abuseReports.projectId, project.id))
  const [found] = await db.select().from(abuseReports).where(own)
  return found ?? null
}
