import { and, eq, gt, notExists, sql } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { guardianConsents, type Project, projects, type Speaker, speakerLinks, speakers } from '../../db/schema.ts'
import { hashOf } from '../secrets.ts'

/** The project's young speakers whose guardian has not agreed (yet, or any more) to their name being public. */
export async function unnamed(db: Reads, project: Pick<Project, 'id'>): Promise<Set<string>> {
  const agreed = db
    .select({ yes: sql`1` })
    .from(guardianConsents)
    .where(and(eq(guardianConsents.speakerId, speakers.id), eq(guardianConsents.nameAgreed, true)))
  const rows = await db
    .select({ id: speakers.id })
    .from(speakers)
    .where(and(eq(speakers.projectId, project.id), eq(speakers.minor, true), notExists(agreed)))
  return new Set(rows.map(({ id }) => id))
}

/** Whose own page a link opens; null when it is unknown or has run out. */
export async function speakerHeldBy(
  db: Reads,
  token: string,
  now: Temporal.Instant,
): Promise<{ project: Project; speaker: Speaker } | null> {
  const [found] = await db
    .select({ project: projects, speaker: speakers })
    .from(speakerLinks)
    .innerJoin(speakers, eq(speakers.id, speakerLinks.speakerId))
    .innerJoin(projects, eq(projects.id, speakers.projectId))
    .where(and(eq(speakerLinks.tokenHash, hashOf(token)), gt(speakerLinks.expiresAt, now)))
  return found ?? null
}
