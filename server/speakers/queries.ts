import { and, asc, eq, given, gt } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import {
  guardianConsents,
  type Meeting,
  type Project,
  projects,
  type Speaker,
  slotSpeakers,
  slots,
  speakerLinks,
  speakers,
} from '../../db/schema.ts'
import { agreedTo } from '../guardians/agreed.ts'
import { hashOf } from '../secrets.ts'

/** The project's young speakers whose guardian has not agreed (yet, or any more) to their name being public. */
export async function unnamed(db: Reads, project: Pick<Project, 'id'>): Promise<Set<string>> {
  return await youngWithout('name', db, project)
}

/** And those to whose picture no guardian has agreed. */
export async function unpictured(db: Reads, project: Pick<Project, 'id'>): Promise<Set<string>> {
  return await youngWithout('picture', db, project)
}

/** Whether a speaker's picture may be public: they are of age, or their guardian agrees to it and to the name. */
export async function mayShowPicture(db: Reads, speaker: Pick<Speaker, 'id' | 'projectId'>): Promise<boolean> {
  return !(await unpictured(db, { id: speaker.projectId })).has(speaker.id)
}

async function youngWithout(what: 'name' | 'picture', db: Reads, project: Pick<Project, 'id'>): Promise<Set<string>> {
  const rows = await prepared(db, guardiansAnswers).execute({ project: project.id })
  const hidden = [...Map.groupBy(rows, ({ id }) => id)].filter(
    ([, its]) => !agreedTo(its.flatMap(({ answer }) => answer ?? []))[what],
  )
  return new Set(hidden.map(([id]) => id))
}

const guardiansAnswers = (db: Reads) =>
  db
    .select({ id: speakers.id, answer: guardianConsents })
    .from(speakers)
    .leftJoin(guardianConsents, eq(guardianConsents.speakerId, speakers.id))
    .where(and(eq(speakers.projectId, given('project')), eq(speakers.minor, true)))

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

/** The project's speaker as they are now. */
export async function freshSpeaker(
  db: Reads,
  project: Pick<Project, 'id'>,
  { id }: Pick<Speaker, 'id'>,
): Promise<Speaker | null> {
  const [found] = await db
    .select()
    .from(speakers)
    .where(and(eq(speakers.projectId, project.id), eq(speakers.id, id)))
  return found ?? null
}

/** Everybody the project knows, by name. */
export async function speakersOf(db: Reads, project: Pick<Project, 'id'>): Promise<Speaker[]> {
  return await db
    .select()
    .from(speakers)
    .where(eq(speakers.projectId, project.id))
    .orderBy(asc(speakers.name), asc(speakers.createdAt), asc(speakers.id))
}

/** Everybody who speaks at a meeting, as it is planned, by name. */
export async function speakersAt(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Speaker[]> {
  const found = await db
    .selectDistinct({ speaker: speakers })
    .from(speakers)
    .innerJoin(slotSpeakers, eq(slotSpeakers.speakerId, speakers.id))
    .innerJoin(slots, eq(slots.id, slotSpeakers.slotId))
    .where(eq(slots.meetingId, meeting.id))
    .orderBy(asc(speakers.name), asc(speakers.createdAt), asc(speakers.id))
  return found.map(({ speaker }) => speaker)
}

/** Whose picture it is. */
export async function speakerPictured(db: Reads, id: string): Promise<{ project: Project; speaker: Speaker } | null> {
  const [found] = await db
    .select({ project: projects, speaker: speakers })
    .from(speakers)
    .innerJoin(projects, eq(projects.id, speakers.projectId))
    .where(eq(speakers.pictureId, id))
  return found ?? null
}
