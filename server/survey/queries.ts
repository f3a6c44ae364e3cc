import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, notExists, or, sql } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import {
  checkIns,
  type Meeting,
  meetings,
  type Project,
  projects,
  type Registration,
  registrations,
  type StoryFeedback,
  type SurveyAnswer,
  slotSpeakers,
  storyFeedback,
  surveyAnswers,
  surveyLinks,
} from '../../db/schema.ts'
import { hashOf } from '../secrets.ts'

/** Time to get home first; and nobody is asked about a meeting of long ago. */
const afterMeeting = { soonest: { hours: 2 }, latest: { hours: 7 * 24 } }

export async function meetingsToAskAbout(db: Reads, now: Temporal.Instant): Promise<Meeting[]> {
  const { endsAt, status, surveys } = meetings
  const isOver = and(lte(endsAt, now.subtract(afterMeeting.soonest)), gt(endsAt, now.subtract(afterMeeting.latest)))
  const rows = await db
    .select({ meeting: meetings })
    .from(meetings)
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(and(eq(surveys, true), eq(status, 'published'), isNull(projects.archivedAt), isOver))
  return rows.map(({ meeting }) => meeting)
}

/** Who came, can be written to, and has not been asked: of a class whoever brought it. */
export async function unaskedOf(db: Reads, { id }: Pick<Meeting, 'id'>): Promise<Registration[]> {
  const asked = db.select({ yes: sql`1` }).from(surveyLinks).where(eq(surveyLinks.registrationId, registrations.id))
  const rows = await db
    .select({ registration: registrations })
    .from(registrations)
    .innerJoin(checkIns, and(eq(checkIns.registrationId, registrations.id), isNull(checkIns.participantId)))
    .where(and(eq(registrations.meetingId, id), isNotNull(registrations.email), notExists(asked)))
    .orderBy(asc(registrations.arrival))
  return rows.map(({ registration }) => registration)
}

export type Asked = { project: Project; meeting: Meeting; isAnswered: boolean }

/** Whoever has answered is thanked all the same, once it is switched off. */
const isAskedOrThanked = or(eq(meetings.surveys, true), isNotNull(surveyLinks.usedAt))

/** What the holder of a survey link is asked about; null once it has run out, while nobody is asked, and if they did not come after all. */
export async function surveyHeldBy(db: Reads, token: string, now: Temporal.Instant): Promise<Asked | null> {
  const [found] = await db
    .select({ project: projects, meeting: meetings, usedAt: surveyLinks.usedAt })
    .from(surveyLinks)
    .innerJoin(registrations, eq(registrations.id, surveyLinks.registrationId))
    .innerJoin(checkIns, and(eq(checkIns.registrationId, registrations.id), isNull(checkIns.participantId)))
    .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(and(eq(surveyLinks.tokenHash, hashOf(token)), gt(surveyLinks.expiresAt, now), isAskedOrThanked))
  return found ? { project: found.project, meeting: found.meeting, isAnswered: found.usedAt !== null } : null
}

/** In the order of their random ids, which says nothing of when they came. */
export async function answersTo(db: Reads, { id }: Pick<Meeting, 'id'>): Promise<SurveyAnswer[]> {
  return await db.select().from(surveyAnswers).where(eq(surveyAnswers.meetingId, id)).orderBy(asc(surveyAnswers.id))
}

/** What speakers of a meeting want its organisers to look at. */
export async function reportedIn(db: Reads, { id }: Pick<Meeting, 'id'>): Promise<StoryFeedback[]> {
  const isReported = and(eq(storyFeedback.meetingId, id), isNotNull(storyFeedback.reportedAt))
  return await db.select().from(storyFeedback).where(isReported).orderBy(asc(storyFeedback.id))
}

/** What was said to somebody about the stories they told, but for what they have reported. */
export async function feedbackTo(db: Reads, speaker: { id: string }): Promise<StoryFeedback[]> {
  const theirs = db
    .select({ slotId: slotSpeakers.slotId })
    .from(slotSpeakers)
    .where(and(eq(slotSpeakers.speakerId, speaker.id), eq(slotSpeakers.standing, 'confirmed')))
  return await db
    .select()
    .from(storyFeedback)
    .where(and(inArray(storyFeedback.slotId, theirs), isNull(storyFeedback.reportedAt)))
    .orderBy(asc(storyFeedback.id))
}
