import { and, asc, count, eq, given, gt, inArray, isNotNull, isNull, ne, sql } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import {
  type Call,
  calls,
  type Meeting,
  meetings,
  type Organiser,
  organisers,
  type Project,
  projects,
  type Slot,
  type Story,
  type StoryReview,
  type StorySpeaker,
  slots,
  stories,
  storyLinks,
  storyReviews,
  storySpeakers,
} from '../../db/schema.ts'
import { hashOf } from '../secrets.ts'
import type { CallFound } from './call-state.ts'

type Id = { id: string }

/** A story, with the call it was brought to. */
export type StoryFound = CallFound & { story: Story }
/** The same, and whose link was followed. */
export type StoryHeld = StoryFound & { me: StorySpeaker }

/** The meeting's call, or the project's own. */
export async function callOf(db: Reads, project: Id, meeting: Id | null): Promise<Call | null> {
  const [found] = meeting
    ? await prepared(db, callOfMeeting).execute({ project: project.id, meeting: meeting.id })
    : await prepared(db, callOfProject).execute({ project: project.id })
  return found ?? null
}

const callOfMeeting = (db: Reads) =>
  db
    .select()
    .from(calls)
    .where(and(eq(calls.projectId, given('project')), eq(calls.meetingId, given('meeting'))))

const callOfProject = (db: Reads) =>
  db
    .select()
    .from(calls)
    .where(and(eq(calls.projectId, given('project')), isNull(calls.meetingId)))

/** A call that the public may see. */
export async function publicCall(db: Reads, address: { project: string; meeting?: string }): Promise<CallFound | null> {
  const place = address.meeting
    ? and(eq(meetings.slug, address.meeting), ne(meetings.status, 'draft'))
    : isNull(calls.meetingId)
  const [found] = await db
    .select({ project: projects, meeting: meetings, call: calls })
    .from(calls)
    .innerJoin(projects, eq(projects.id, calls.projectId))
    .leftJoin(meetings, eq(meetings.id, calls.meetingId))
    .where(and(eq(projects.slug, address.project), isNotNull(projects.publishedAt), place))
  return found ?? null
}

/** The call as it is now, with what it is for: inside a transaction. */
export async function freshCall(db: Reads, { id }: Id): Promise<CallFound | null> {
  const [found] = await db
    .select({ project: projects, meeting: meetings, call: calls })
    .from(calls)
    .innerJoin(projects, eq(projects.id, calls.projectId))
    .leftJoin(meetings, eq(meetings.id, calls.meetingId))
    .where(eq(calls.id, id))
  return found ?? null
}

/** What a link opens; null when it is unknown or has run out. */
export async function storyHeldBy(db: Reads, token: string, now: Temporal.Instant): Promise<StoryHeld | null> {
  const isLive = and(eq(storyLinks.tokenHash, hashOf(token)), gt(storyLinks.expiresAt, now))
  const [link] = await db.select({ id: storyLinks.storySpeakerId }).from(storyLinks).where(isLive)
  return link ? await storyOfSpeaker(db, link) : null
}

export async function storyOfSpeaker(db: Reads, { id }: Id): Promise<StoryHeld | null> {
  const [found] = await db
    .select({ project: projects, meeting: meetings, call: calls, story: stories, me: storySpeakers })
    .from(storySpeakers)
    .innerJoin(stories, eq(stories.id, storySpeakers.storyId))
    .innerJoin(calls, eq(calls.id, stories.callId))
    .innerJoin(projects, eq(projects.id, calls.projectId))
    .leftJoin(meetings, eq(meetings.id, calls.meetingId))
    .where(eq(storySpeakers.id, id))
  return found ?? null
}

/** One of the project's stories that was handed in, now or once: drafts are not for organisers. */
export async function storyOf(db: Reads, project: Id, id: string): Promise<StoryFound | null> {
  const [found] = await db
    .select({ project: projects, meeting: meetings, call: calls, story: stories })
    .from(stories)
    .innerJoin(calls, eq(calls.id, stories.callId))
    .innerJoin(projects, eq(projects.id, calls.projectId))
    .leftJoin(meetings, eq(meetings.id, calls.meetingId))
    .where(and(eq(calls.projectId, project.id), eq(stories.id, id), isNotNull(stories.handedInAt)))
  return found ?? null
}

/** Who brings a story: the proposer first, then those invited. */
export async function speakersOfStory(db: Reads, story: Id): Promise<StorySpeaker[]> {
  return await speakersOfStories(db, [story])
}

export async function speakersOfStories(db: Reads, some: readonly Id[]): Promise<StorySpeaker[]> {
  const ids = some.map(({ id }) => id)
  return await db
    .select()
    .from(storySpeakers)
    .where(inArray(storySpeakers.storyId, ids))
    .orderBy(asc(storySpeakers.position), asc(storySpeakers.id))
}

/** What one address has begun or handed in at a call, not yet decided. */
export async function openStoriesOf(db: Reads, call: Id, address: string) {
  return await db
    .select({ story: stories, me: storySpeakers })
    .from(storySpeakers)
    .innerJoin(stories, eq(stories.id, storySpeakers.storyId))
    .where(
      and(
        eq(stories.callId, call.id),
        eq(storySpeakers.position, 1),
        eq(sql`lower(${storySpeakers.email})`, address.toLowerCase()),
        inArray(stories.status, ['draft', 'handed-in']),
      ),
    )
}

export type Review = StoryReview & { by: Organiser }

export async function reviewsOf(db: Reads, story: Id): Promise<Review[]> {
  const rows = await db
    .select({ review: storyReviews, by: organisers })
    .from(storyReviews)
    .innerJoin(organisers, eq(organisers.id, storyReviews.organiserId))
    .where(eq(storyReviews.storyId, story.id))
    .orderBy(asc(storyReviews.at))
  return rows.map(({ review, by }) => ({ ...review, by }))
}

export async function deciderOf(db: Reads, { decidedBy }: Story): Promise<Organiser | null> {
  if (!decidedBy) return null
  const [found] = await db.select().from(organisers).where(eq(organisers.id, decidedBy))
  return found ?? null
}

/** Where an accepted story went: null once its slot is gone. */
export async function slotOfStory(db: Reads, { slotId }: Story): Promise<{ slot: Slot; meeting: Meeting } | null> {
  if (!slotId) return null
  const [found] = await db
    .select({ slot: slots, meeting: meetings })
    .from(slots)
    .innerJoin(meetings, eq(meetings.id, slots.meetingId))
    .where(eq(slots.id, slotId))
  return found ?? null
}

/** Handed in and not decided, once the call has closed. */
export async function undecided(
  db: Reads,
  project: Pick<Project, 'id'>,
  meeting: Id | null,
  now: Temporal.Instant,
): Promise<number> {
  const call = await callOf(db, project, meeting)
  if (!call || Temporal.Instant.compare(now, call.closesAt) < 0) return 0
  const [row] = await db
    .select({ number: count() })
    .from(stories)
    .where(and(eq(stories.callId, call.id), eq(stories.status, 'handed-in')))
  return row?.number ?? 0
}
