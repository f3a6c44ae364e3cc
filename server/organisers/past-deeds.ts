import { and, desc, eq, lt, or } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import type { Meeting, Organiser } from '../../db/schema.ts'
import { history, meetings, organisers } from '../../db/schema.ts'

export type Entry = {
  id: string
  at: Temporal.Instant
  deed: string
  facts: Record<string, string>
  organiser: Organiser | null
  meeting: Meeting | null
}

/** What was done in a project, newest first; older than the entry `before`, if it is one of this project's. */
export async function historyOf(
  db: Reads,
  project: { id: string },
  { before, most }: { before: string; most: number },
): Promise<Entry[]> {
  const [mark] = await db
    .select({ id: history.id, at: history.at })
    .from(history)
    .where(and(eq(history.id, before), eq(history.projectId, project.id)))
  const older = mark && or(lt(history.at, mark.at), and(eq(history.at, mark.at), lt(history.id, mark.id)))
  return await db
    .select({
      id: history.id,
      at: history.at,
      deed: history.deed,
      facts: history.facts,
      organiser: organisers,
      meeting: meetings,
    })
    .from(history)
    .leftJoin(organisers, eq(organisers.id, history.organiserId))
    .leftJoin(meetings, eq(meetings.id, history.meetingId))
    .where(and(eq(history.projectId, project.id), older))
    .orderBy(desc(history.at), desc(history.id))
    .limit(most)
}
