import { and, eq, exists, gt, inArray, ne, or, sql } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import {
  type Meeting,
  meetings,
  type PersonalFeed,
  type Project,
  personalFeeds,
  placeSteps,
  projects,
  type Registration,
  registrations,
  type WorkshopChoice,
  workshopChoices,
} from '../../db/schema.ts'
import { afterCancellation } from '../calendar/shown.ts'
import { hashOf } from '../secrets.ts'

/** Whose feed it is: everything of one address in a project, or a speaker's. */
export type Whose = { projectId: string } & ({ emailKey: string } | { speakerId: string })

export async function feedOf(db: Reads, whose: Whose): Promise<PersonalFeed | null> {
  const [found] = await db.select().from(personalFeeds).where(isOf(whose))
  return found ?? null
}

export function isOf(whose: Whose) {
  const { projectId, emailKey, speakerId } = personalFeeds
  if ('speakerId' in whose) return eq(speakerId, whose.speakerId)
  return and(eq(projectId, whose.projectId), eq(emailKey, whose.emailKey))
}

/** The feed behind a secret address. */
export async function feedAt(db: Reads, token: string): Promise<{ feed: PersonalFeed; project: Project } | null> {
  const [found] = await db
    .select({ feed: personalFeeds, project: projects })
    .from(personalFeeds)
    .innerJoin(projects, eq(projects.id, personalFeeds.projectId))
    .where(eq(personalFeeds.tokenHash, hashOf(token)))
  return found ?? null
}

export type Attendance = {
  meeting: Meeting
  registration: Pick<Registration, 'id' | 'status' | 'statusAt' | 'sequence' | 'arrival'>
}

/** Where the address has a sure place, and where it had one until not long ago. */
export async function attendancesOf(
  db: Reads,
  { projectId, emailKey }: { projectId: string; emailKey: string },
  now: Temporal.Instant,
): Promise<Attendance[]> {
  const { id, status, statusAt, sequence, arrival } = registrations
  const wasSure = db
    .select({ yes: sql`1` })
    .from(placeSteps)
    .where(and(eq(placeSteps.registrationId, id), eq(placeSteps.status, 'confirmed')))
  const justLeft = and(gt(statusAt, now.subtract(afterCancellation)), exists(wasSure))
  return await db
    .select({ meeting: meetings, registration: { id, status, statusAt, sequence, arrival } })
    .from(meetings)
    .innerJoin(registrations, and(eq(registrations.meetingId, meetings.id), eq(registrations.emailKey, emailKey)))
    .where(and(eq(meetings.projectId, projectId), ne(meetings.status, 'draft'), or(eq(status, 'confirmed'), justLeft)))
}

/** Every workshop they chose at any time, and those they left. */
export async function choicesIn(db: Reads, of: readonly { id: string }[]): Promise<WorkshopChoice[]> {
  if (of.length === 0) return []
  const ids = of.map(({ id }) => id)
  return await db
    .select()
    .from(workshopChoices)
    .where(and(inArray(workshopChoices.registrationId, ids), inArray(workshopChoices.status, ['in', 'left'])))
}
