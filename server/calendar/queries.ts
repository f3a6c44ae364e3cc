import { and, asc, eq, gt, inArray, or } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Meeting, meetings, type Project } from '../../db/schema.ts'
import { publicProject } from '../projects/queries.ts'
import { afterCancellation, afterEnd } from './shown.ts'

export type Feed = { project: Project; meetings: Meeting[] }

/** What subscribers to a published project see, archived or not: never drafts, and nothing long past. */
export async function feedOf(db: Reads, address: { project: string }, now: Temporal.Instant): Promise<Feed | null> {
  const project = await publicProject(db, address.project)
  return project ? { project, meetings: await shownMeetings(db, project, now) } : null
}

async function shownMeetings(db: Reads, project: Project, now: Temporal.Instant): Promise<Meeting[]> {
  const on = and(inArray(meetings.status, ['published', 'postponed']), gt(meetings.endsAt, now.subtract(afterEnd)))
  const off = and(eq(meetings.status, 'cancelled'), gt(meetings.cancelledAt, now.subtract(afterCancellation)))
  return await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.projectId, project.id), or(on, off)))
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
}
