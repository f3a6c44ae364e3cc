import { and, eq, isNotNull, ne } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import { meetings, projects } from '../../db/schema.ts'

export type Found = { project: Project; meeting: Meeting }

/** A meeting that the public may see: not a draft, and of a published project. */
export async function publicMeeting(db: Reads, address: { project: string; meeting: string }): Promise<Found | null> {
  const [found] = await db
    .select({ project: projects, meeting: meetings })
    .from(meetings)
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(
      and(
        eq(projects.slug, address.project),
        eq(meetings.slug, address.meeting),
        isNotNull(projects.publishedAt),
        ne(meetings.status, 'draft'),
      ),
    )
  return found ?? null
}

/** One of the project's own meetings, drafts too: for its organisers. */
export async function meetingOf(db: Reads, project: { id: string }, slug: string): Promise<Meeting | null> {
  const [found] = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.projectId, project.id), eq(meetings.slug, slug)))
  return found ?? null
}
