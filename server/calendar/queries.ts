import { and, asc, eq, given, gt, inArray, or } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { type Meeting, meetings, type Project } from '../../db/schema.ts'
import { publicProject } from '../projects/queries.ts'
import type { ToldMeeting } from './entry.ts'
import { afterCancellation, afterEnd } from './shown.ts'

export type FedMeeting = ToldMeeting & Pick<Meeting, 'cancelledAt'>
export type Feed = { project: Project; meetings: FedMeeting[] }

/** What subscribers to a published project see, archived or not: never drafts, and nothing long past. */
export async function feedOf(db: Reads, address: { project: string }, now: Temporal.Instant): Promise<Feed | null> {
  const project = await publicProject(db, address.project)
  return project ? { project, meetings: await shownMeetings(db, project, now) } : null
}

async function shownMeetings(db: Reads, project: Project, now: Temporal.Instant): Promise<FedMeeting[]> {
  return await prepared(db, fedMeetings).execute({
    project: project.id,
    endedSince: now.subtract(afterEnd).epochMilliseconds,
    cancelledSince: now.subtract(afterCancellation).epochMilliseconds,
  })
}

function fedMeetings(db: Reads) {
  const on = and(inArray(meetings.status, ['published', 'postponed']), gt(meetings.endsAt, given('endedSince')))
  const off = and(eq(meetings.status, 'cancelled'), gt(meetings.cancelledAt, given('cancelledSince')))
  return db
    .select(fedColumns)
    .from(meetings)
    .where(and(eq(meetings.projectId, given('project')), or(on, off)))
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
}

/** Not whole rows: each column costs a long feed time, and calendars are told of less than half. */
const fedColumns = {
  id: meetings.id,
  slug: meetings.slug,
  title: meetings.title,
  summary: meetings.summary,
  placeName: meetings.placeName,
  address: meetings.address,
  accessNotes: meetings.accessNotes,
  onlineUrl: meetings.onlineUrl,
  zone: meetings.zone,
  startsAt: meetings.startsAt,
  endsAt: meetings.endsAt,
  allDay: meetings.allDay,
  status: meetings.status,
  sequence: meetings.sequence,
  changedAt: meetings.changedAt,
  createdAt: meetings.createdAt,
  cancelledAt: meetings.cancelledAt,
}
